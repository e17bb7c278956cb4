enum PlaceholderVaultStore {}
import GRDB
enum X {}
