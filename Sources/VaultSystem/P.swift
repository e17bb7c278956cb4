enum PlaceholderVaultSystem {}
