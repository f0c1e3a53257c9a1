// Nothing: the module only carries libcurl's flags.
