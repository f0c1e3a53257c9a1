// Carries ICU's pkg-config flags only. Never imported by Swift: ICU's own headers clash with Foundation's copy.
