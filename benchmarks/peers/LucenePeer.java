import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene: RussianAnalyzer, title and text in one field, no positions, BM25 with k1 = 1.2 and b = 0.75, one thread. The command line is that
 * of peer.py. The searches warm up longer than those of the other engines, until the just-in-time compiler is done.
 */
public final class LucenePeer {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final double WRITER_MEGABYTES = 1900;
    private static final long WARM_UP_NANOSECONDS = 5_000_000_000L;
    private static final String BODY = "body";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(String id, String title, String text) {}

    private interface RowReceiver {
        void receive(Row row) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) options.put(arguments[i], arguments[i + 1]);
        switch (arguments[0]) {
            case "version" -> System.out.println("Lucene " + Version.LATEST + ", Java " + Runtime.version().feature());
            case "build" -> build(options);
            case "search" -> search(options);
            case "run" -> run(options);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void forEachRow(String path, RowReceiver receiver) throws Exception {
        try (InputStream file = Files.newInputStream(Path.of(path));
                InputStream plain = path.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 18)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) continue;
                JsonNode row = JSON.readTree(line);
                receiver.receive(new Row(row.get("_id").asText(), row.path("title").asText(""), row.get("text").asText()));
            }
        }
    }

    private static long peakMemoryBytes() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
        }
        return 0;
    }

    private static void build(Map<String, String> options) throws Exception {
        Path path = Path.of(options.get("--index"));
        Files.createDirectories(path);
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        IndexWriterConfig configuration = new IndexWriterConfig(new RussianAnalyzer());
        configuration.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        configuration.setRAMBufferSizeMB(WRITER_MEGABYTES);
        configuration.setMergeScheduler(new SerialMergeScheduler());
        configuration.setUseCompoundFile(false);
        long started = System.nanoTime();
        int[] count = {0};
        try (Directory directory = new MMapDirectory(path); IndexWriter writer = new IndexWriter(directory, configuration)) {
            forEachRow(options.get("--corpus"), row -> {
                Document document = new Document();
                document.add(new StoredField("id", row.id));
                document.add(new Field(BODY, row.title + "\n" + row.text, type));
                writer.addDocument(document);
                count[0]++;
            });
            writer.commit();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Map<String, Object> result = new HashMap<>();
        Map<String, Long> files = new HashMap<>();
        try (Stream<Path> names = Files.list(path)) {
            for (Path name : names.toList()) files.put(name.getFileName().toString(), Files.size(name));
        }
        result.put("documents", count[0]);
        result.put("seconds", seconds);
        result.put("peakMemoryBytes", peakMemoryBytes());
        result.put("files", files);
        System.out.println(JSON.writeValueAsString(result));
    }

    private static IndexSearcher open(String path) throws Exception {
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(Path.of(path))));
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        searcher.setQueryCache(null);
        return searcher;
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) words.append(matcher.group()).append(' ');
        return words.toString();
    }

    private static TopDocs topDocuments(IndexSearcher searcher, Analyzer analyzer, String text, int limit) throws Exception {
        // A word that occurs twice counts twice, as with Lucene's own query parser.
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream stream = analyzer.tokenStream(BODY, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) query.add(new TermQuery(new Term(BODY, term.toString())), BooleanClause.Occur.SHOULD);
            stream.end();
        }
        // Counting no more hits than are returned lets Lucene skip from the start.
        return searcher.search((Query) query.build(), TopScoreDocCollector.createSharedManager(limit, null, limit));
    }

    private static List<Row> queries(String path) throws Exception {
        List<Row> rows = new ArrayList<>();
        forEachRow(path, row -> rows.add(new Row(row.id, "", words(row.text))));
        return rows;
    }

    private static void search(Map<String, String> options) throws Exception {
        IndexSearcher searcher = open(options.get("--index"));
        Analyzer analyzer = new RussianAnalyzer();
        int limit = Integer.parseInt(options.get("--limit"));
        int rounds = Integer.parseInt(options.get("--repeat"));
        List<Row> rows = queries(options.get("--queries"));
        long warmUpEnd = System.nanoTime() + WARM_UP_NANOSECONDS;
        do {
            for (Row row : rows) topDocuments(searcher, analyzer, row.text, limit);
        } while (System.nanoTime() < warmUpEnd);
        long[] best = new long[rows.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < best.length; i++) {
                long started = System.nanoTime();
                topDocuments(searcher, analyzer, rows.get(i).text, limit);
                best[i] = Math.min(best[i], System.nanoTime() - started);
            }
        }
        try (PrintWriter output = new PrintWriter(options.get("--times"), StandardCharsets.UTF_8)) {
            for (int i = 0; i < best.length; i++) output.printf(Locale.ROOT, "%s\t%.3f\n", rows.get(i).id, best[i] / 1000.0);
        }
        System.out.println("{\"queries\": " + best.length + ", \"peakMemoryBytes\": " + peakMemoryBytes() + "}");
    }

    private static void run(Map<String, String> options) throws Exception {
        IndexSearcher searcher = open(options.get("--index"));
        Analyzer analyzer = new RussianAnalyzer();
        int limit = Integer.parseInt(options.get("--limit"));
        try (PrintWriter output = new PrintWriter(options.get("--run"), StandardCharsets.UTF_8)) {
            for (Row row : queries(options.get("--queries"))) {
                int rank = 0;
                for (ScoreDoc hit : topDocuments(searcher, analyzer, row.text, limit).scoreDocs) {
                    String id = searcher.storedFields().document(hit.doc).get("id");
                    output.printf(Locale.ROOT, "%s Q0 %s %d %.6f peer\n", row.id, id, ++rank, hit.score);
                }
            }
        }
    }
}
