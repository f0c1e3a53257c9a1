"""Checks the measures against values worked by hand: python3 -m unittest discover -s benchmarks"""
import math
import unittest

import measures


class NDCGTests(unittest.TestCase):
    def test_the_only_right_document_at_rank_two_is_worth_one_over_log2_of_three(self):
        self.assertAlmostEqual(measures.ndcg(["x", "a"], {"a": 1}), 1 / math.log2(3))

    def test_graded_judgements_gain_linearly(self):
        # DCG: 1 / 1 + 2 / log2(3) = 2.26186; ideal: 2 / 1 + 1 / log2(3) = 2.63093.
        self.assertAlmostEqual(measures.ndcg(["a", "b"], {"a": 1, "b": 2}), 0.85972, places=4)

    def test_documents_after_the_cutoff_count_for_nothing(self):
        self.assertEqual(measures.ndcg([str(rank) for rank in range(10)] + ["a"], {"a": 1}), 0)

    def test_the_ideal_is_cut_off_too(self):
        self.assertAlmostEqual(measures.ndcg([str(rank) for rank in range(10)], {str(rank): 1 for rank in range(20)}), 1)

    def test_negative_grades_gain_nothing(self):
        self.assertEqual(measures.ndcg(["a"], {"a": -1, "b": 1}), 0)

    def test_the_mean_counts_judged_topics_without_results_as_zero(self):
        self.assertAlmostEqual(measures.mean_ndcg({"1": ["a"]}, {"1": {"a": 1}, "2": {"b": 1}}, ["1", "2", "3"]), 0.5)


class PercentileTests(unittest.TestCase):
    def test_percentiles_are_values_that_were_measured(self):
        values = list(range(200, 0, -1))
        self.assertEqual([measures.percentile(values, share) for share in (500, 950, 990)], [100, 190, 198])

    def test_few_values_have_their_maximum_as_the_99th_percentile(self):
        self.assertEqual(measures.percentile([3, 1, 2], 990), 3)


class BootstrapTests(unittest.TestCase):
    ours = [1.0 + index % 7 for index in range(70)]

    def test_twice_the_time_of_every_query_is_a_ratio_of_two_without_doubt(self):
        theirs = [2 * value for value in self.ours]
        for figure in measures.FIGURES:
            ratio, low, high = measures.ratio_with_interval(theirs, self.ours, figure, resamples=100)
            self.assertAlmostEqual(ratio, 2)
            self.assertAlmostEqual(low, 2)
            self.assertAlmostEqual(high, 2)

    def test_the_same_seed_gives_the_same_interval_and_the_ratio_lies_in_it(self):
        theirs = [3.0 + index % 5 for index in range(70)]
        first = measures.ratio_with_interval(theirs, self.ours, "mean", resamples=200)
        self.assertEqual(first, measures.ratio_with_interval(theirs, self.ours, "mean", resamples=200))
        # Means: 5 of theirs, 4 of ours.
        self.assertAlmostEqual(first[0], 1.25)
        self.assertLess(first[1], 1.25)
        self.assertGreater(first[2], 1.25)

    def test_another_seed_draws_otherwise(self):
        theirs = [3.0 + index % 5 for index in range(70)]
        first = measures.ratio_with_interval(theirs, self.ours, "mean", resamples=50)
        self.assertNotEqual(first, measures.ratio_with_interval(theirs, self.ours, "mean", resamples=50, seed=1))

    def test_differences_are_paired(self):
        difference = measures.mean_difference_with_interval([0.5, 0.6, 0.7], [0.4, 0.5, 0.6], resamples=50)
        for value in difference:
            self.assertAlmostEqual(value, 0.1)


if __name__ == "__main__":
    unittest.main()
