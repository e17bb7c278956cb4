enum PlaceholderVaultLog {}
