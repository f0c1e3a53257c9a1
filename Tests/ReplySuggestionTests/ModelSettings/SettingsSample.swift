import ReplySuggestion

/// A file in which every field is set to something else than its default.
enum SettingsSample {
    static let text = """
        version: "7"
        company: Тихая Гавань
        deadline: 12.5
        cache_entry_count: 0
        spending:
          operator_tokens: 1000
          operator_roubles: 1.5
          day_tokens: 20000
          day_roubles: 99.000001
          utc_offset: "-03:30"
        providers:
          - name: own
            service: openai_compatible
            base_url: https://llm.example.ru/v1
            model: qwen
            key: {environment: OWN_KEY}
            ca_bundle: /etc/own.pem
            proxy: http://user:word@proxy.example.ru:3128
            headers:
              X-Tenant: support
              X-Team: 5
            parameters:
              temperature: none
              max_tokens: 300
              token_limit_field: max_completion_tokens
              asks_for_usage: false
            limits:
              connect: 1
              first_text: 2.5
              idle: 3
              trailer: 0.25
              line_byte_count: 2048
              body_byte_count: 4096
              text_byte_count: 1024
            price:
              prompt_per_thousand: 0.4
              completion_per_thousand: 1.000001
            retries:
              attempt_count: 2
              base: 0.1
              longest: 1
              budget_percent: 10
            circuit:
              consecutive_failures: 3
              failure_share: 0.25
              minimum_requests: 20
              window: 60
              pause: 10
              slow_first_text: 4
            concurrency:
              place_count: 2
              queue_length: 10
              queue_length_per_operator: 1
          - name: yandex
            service: yandex
            base_url: https://yandex.example.ru/v1
            folder_id: b1g
            model: yandexgpt
            key: {file: /run/secrets/yandex}
            proxy: environment
          - name: giga
            service: gigachat
            base_url: https://giga.example.ru/v1
            scope: GIGACHAT_API_CORP
            token_url: https://token.example.ru/oauth
            model: GigaChat-2
            key: {environment: GIGA_KEY}

        """

    /// A file with nothing but what must be there.
    static let least = """
        version: "1"
        providers:
          - name: own
            service: openai_compatible
            base_url: http://127.0.0.1:8000/v1
            model: qwen
        """

    static func parse(_ text: String) throws(ModelSettingsError) -> ModelSettings {
        try ModelSettingsFile.parse(Array(text.utf8), path: "models.yaml")
    }

    /// The problems of a text.
    static func problems(_ text: String) -> [ModelSettingsProblem] {
        problems(Array(text.utf8))
    }

    /// The problems of a file.
    static func problems(_ bytes: [UInt8]) -> [ModelSettingsProblem] {
        do throws(ModelSettingsError) {
            _ = try ModelSettingsFile.parse(bytes, path: "models.yaml")
            return []
        } catch {
            return error.problems
        }
    }
}
