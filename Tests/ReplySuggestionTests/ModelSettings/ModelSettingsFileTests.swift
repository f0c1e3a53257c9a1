import Testing
struct ModelSettingsFileTests {}
