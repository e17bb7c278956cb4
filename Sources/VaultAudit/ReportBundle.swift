import VaultFormat
import VaultSystem

/// A report as an HL7 FHIR R4 Bundle of AuditEvents, one for each look (https://hl7.org/fhir/R4/auditevent.html), after the Read pattern of
/// IHE BALP: client, server and person are agents. There is no patient in a log, so none is referred to, and no profile is claimed.
package struct ReportBundle {
    private let report: AuditReport

    /// Of that report.
    package init(_ report: AuditReport) { self.report = report }

    /// Hands over the text portion by portion. Entries that are void, and those that are no look, are no AuditEvents and left out.
    package func write(to out: (String) throws -> Void) rethrows {
        try out("{\"entry\":[")
        var isFirst = true
        try report.eachAccess { access in
            guard let event = access.entry.event, access.entry.isAccess else { return }
            let entry: JSONObject = [
                "fullUrl": .string("\(base)/AuditEvent/entry-\(access.entry.index)"), "resource": .object(audit(access, event)),
            ]
            try out((isFirst ? "\n" : ",\n") + String(decoding: CanonicalJSON.object(entry).bytes, as: UTF8.self))
            isFirst = false
        }
        let end = CanonicalJSON.string(report.frame.made.text).bytes
        try out("\n],\"resourceType\":\"Bundle\",\"timestamp\":\(String(decoding: end, as: UTF8.self)),\"type\":\"collection\"}\n")
    }

    /// Names of things of a group, under a domain that nobody can own (RFC 2606).
    private var base: String { "https://kluis.invalid/group/\(report.frame.group.hex)" }

    private func audit(_ access: Access, _ event: Event) -> JSONObject {
        let entry = access.entry
        let isQuery = event == .searched || event == .casesListed && entry.caseNumber == nil
        return present([
            "resourceType": .string("AuditEvent"), "id": .string("entry-\(entry.index)"),
            "type": Self.coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"),
            "subtype": .array([
                Self.coding("http://hl7.org/fhir/restful-interaction", isQuery ? "search-type" : "read", nil),
                Self.coding("\(base)/event", event.rawValue, nil),
            ]), "action": .string(isQuery ? "E" : "R"), "recorded": .string(entry.time.text),
            "outcome": .string(String((entry.outcome ?? .done).rawValue)),
            "purposeOfEvent": .array([.object(["text": .string(access.explanation.rawValue)])]),
            "agent": .array([
                person(access),
                machine(code: "110153", "Source Role ID", name: "kluis"), machine(code: "110152", "Destination Role ID", name: "vault"),
            ]),
            "source": .object([
                "observer": .object(["display": .string("kluis")]),
                "type": .array([
                    Self.coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server")
                ]),
            ]), "entity": .array(entities(access, event)),
        ])
    }

    private func person(_ access: Access) -> CanonicalJSON {
        let number = access.entry.member
        let who = present([
            "identifier": .object(["system": .string("\(base)/member"), "value": .string(number.map(String.init) ?? "?")]),
            "display": number.flatMap(report.name).map { .string(VisibleText.shown($0)) },
        ])
        return .object(
            present([
                "type": .object([
                    "coding": .array([
                        Self.coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient")
                    ])
                ]), "who": .object(who), "requestor": .bool(true),
                "role": access.role.map { .array([.object(["text": .string($0.rawValue)])]) },
            ]))
    }

    private func machine(code: String, _ display: String, name: String) -> CanonicalJSON {
        .object([
            "type": .object(["coding": .array([Self.coding("http://dicom.nema.org/resources/ontology/DCM", code, display)])]),
            "who": .object(["display": .string(name)]), "requestor": .bool(false),
        ])
    }

    /// The cases that were looked at, or the log; each says what became of the question why.
    private func entities(_ access: Access, _ event: Event) -> [CanonicalJSON] {
        let entry = access.entry
        var details = [Self.detail("verdict", access.verdict.rawValue), Self.detail("entry", String(entry.index))]
        details += access.rules.rules.map { Self.detail("rule", $0.rawValue) }
        if let attachment = entry.attachment { details.append(Self.detail("attachment", String(attachment))) }
        func entity(_ system: String, _ value: String, role: String, _ display: String) -> CanonicalJSON {
            .object([
                "what": .object(["identifier": .object(["system": .string("\(base)/\(system)"), "value": .string(value)])]),
                "type": Self.coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2", "System Object"),
                "role": Self.coding("http://terminology.hl7.org/CodeSystem/object-role", role, display), "detail": .array(details),
            ])
        }
        let cases = (entry.found ?? [entry.caseNumber].compactMap { $0 }).map { entity("case", String($0), role: "4", "Domain Resource") }
        guard cases.isEmpty else { return cases }
        return event.isReveal || event == .accessRefused
            ? [entity("list", "cases", role: "4", "Domain Resource")] : [entity("log", "log", role: "13", "Security Resource")]
    }

    private static func detail(_ name: String, _ value: String) -> CanonicalJSON {
        .object(["type": .string(name), "valueString": .string(value)])
    }

    private static func coding(_ system: String, _ code: String, _ display: String?) -> CanonicalJSON {
        .object(present(["system": .string(system), "code": .string(code), "display": display.map(CanonicalJSON.string)]))
    }
}
