enum PlaceholderVaultCrypto {}
import Crypto
enum X {}
