enum PlaceholderVaultFormat {}
