/// What became of an attachment, or would.
enum AttachDeed: Sentence {
    case kept(Int, name: String, bytes: Int, case: Int, group: String)
    case wouldBeKept(Int, case: Int, group: String)
    case saved(Int, path: String, bytes: Int, case: Int, group: String)

    var dutch: String {
        switch self {
        case .kept(let attachment, let name, let bytes, let number, let group):
            "Bijlage \(attachment) bij casus \(number) van \(group) is bewaard: \(name), \(Amount.size(bytes).dutch)."
        case .wouldBeKept(let attachment, let number, let group):
            "Dit zou bijlage \(attachment) bij casus \(number) van \(group) worden; er is nu niets bewaard."
        case .saved(let attachment, let path, let bytes, let number, let group):
            "Bijlage \(attachment) bij casus \(number) van \(group) staat nu onversleuteld in \(path), \(Amount.size(bytes).dutch)."
        }
    }

    var english: String {
        switch self {
        case .kept(let attachment, let name, let bytes, let number, let group):
            "Attachment \(attachment) of case \(number) of \(group) has been kept: \(name), \(Amount.size(bytes).english)."
        case .wouldBeKept(let attachment, let number, let group):
            "This would become attachment \(attachment) of case \(number) of \(group); nothing has been kept now."
        case .saved(let attachment, let path, let bytes, let number, let group):
            "Attachment \(attachment) of case \(number) of \(group) stands unencrypted in \(path) now, \(Amount.size(bytes).english)."
        }
    }
}
