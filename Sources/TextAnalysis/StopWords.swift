/// Russian function words, which carry grammar and no subject.
///
/// Our own choice from the closed classes of Russian grammar: prepositions, conjunctions, particles, pronouns, forms of
/// «быть», question words and the parentheses of polite speech. «Не» and «без» are in it: the stem layer keeps stop
/// words and so the negation.
enum StopWords {
    /// The words in their normalised form (ё→е).
    static let russian: Set<String> = Set(
        [prepositions, conjunctions, particles, pronouns, copulas, questions, abbreviations].flatMap {
            $0.split(separator: " ").map(String.init)
        }
    )

    private static let prepositions = [
        "в во на с со к ко о об обо от ото из изо у по за до для при под подо над надо без через между про перед",
        "передо около среди ради кроме вместо после насчет ввиду сквозь вокруг",
    ].joined(separator: " ")

    private static let conjunctions = [
        "и а но да или либо ни если чтобы чтоб потому поэтому что как когда хотя пока однако зато также тоже ибо раз",
        "то так",
    ].joined(separator: " ")

    private static let particles = [
        "не ни же ли бы б ведь вот вон даже уже еще лишь только разве неужели ну ж уж именно просто прямо точно там",
        "тут здесь",
    ].joined(separator: " ")

    private static let pronouns = [
        "я меня мне мной мною ты тебя тебе тобой он его него ему нему им ним нем она ее нее ей ней ею оно мы нас нам",
        "нами вы вас вам вами они их них ими ними себя себе собой мой моя мое мои моего моей моему моим моих моими",
        "мою твой твоя твое твои наш наша наше наши нашего нашей нашему нашим наших нашими нашу ваш ваша ваше ваши",
        "вашего вашей вашему вашим ваших вашими вашу свой своя свое свои своего своей своему своим своих своими свою",
        "этот эта это эти этого этой этому этим этих этими эту тот та те того той тому тем тех теми ту такой такая",
        "такое такие такого такой таким таких сам сама само сами самого весь вся все всего всей всем всех всеми всю",
        "который которая которое которые которого которой которому которым которых которыми которую",
    ].joined(separator: " ")

    private static let copulas = "быть есть был была было были будет будут буду будем будете является являются"

    private static let questions = [
        "кто кого кому кем ком чего чему чем чья чей чье где куда откуда почему зачем какой какая какое какие какого",
        "каком",
    ].joined(separator: " ")

    /// The terms of ``AbbreviationRule``.
    private static let abbreviations = "т.е. т.д. т.п. т.к. т.н. т.о. т.ч."
}
