import ReplyPolicy
import ReplySuggestion
import Retrieval

extension SuggestionAnswer.Draft {
    init(_ reply: ReplyDraft, _ disclosure: String?) {
        self.disclosure = disclosure
        text = reply.text
        source = reply.source.rawValue
        sentences = reply.sentences.map(SuggestionAnswer.Sentence.init)
        removed = reply.removed.map(SuggestionAnswer.Sentence.init)
    }
}

extension SuggestionAnswer.Sentence {
    init(_ sentence: DraftSentence) {
        text = sentence.text
        citations = sentence.citations.map(SuggestionAnswer.CitationBody.init)
        // A draft that was not reviewed is not shown; unsupported is the safe word for it.
        verdict = (sentence.verdict ?? .unsupported).rawValue
        note = sentence.note
    }
}

extension SuggestionAnswer.CitationBody {
    init(_ citation: Citation) {
        articleID = citation.article.id
        title = citation.article.title
        section = citation.article.section
        utf8Range = citation.utf8Range.pair
        textRange = citation.textRange.pair
        quote = citation.quote
    }
}

extension SuggestionAnswer.Handoff {
    init(_ reason: HandoffReason) {
        self.reason = reason.rawValue
        priority = reason.priority.name
        message = reason.operatorMessage
        customerMessage = reason.customerMessage
        routing = reason.routing
    }
}

extension SuggestionAnswer.Message {
    init(_ privacy: MessagePrivacy) {
        masked = privacy.maskedText
        personalData = privacy.findings.map { finding in
            SuggestionAnswer.PersonalData(
                kind: finding.kind.rawValue, name: finding.kind.name, utf8Range: finding.utf8Range.pair,
                score: finding.score, explanation: finding.explanation)
        }
    }
}

extension SuggestionAnswer.Finding {
    init(_ finding: GuardrailFinding) {
        kind = finding.kind.rawValue
        message = finding.message
        reason = finding.reason?.rawValue
        place = finding.place?.rawValue
        sentence = finding.sentence
        utf8Range = finding.utf8Range?.pair
    }
}

extension SuggestionAnswer.PolicyBody {
    init(_ decision: PolicyDecision) {
        version = decision.policyVersion
        automatic = decision.automatic.map { .init(topic: $0.topic, switchedOnBy: $0.switchedOnBy) }
        steps = decision.steps.map {
            .init(rule: $0.rule.rawValue, result: $0.result.rawValue, explanation: $0.explanation)
        }
    }
}

extension SuggestionAnswer.NearestArticle {
    init(_ ranked: RankedArticle) {
        articleID = ranked.article.id
        title = ranked.article.title
        section = ranked.article.section
        audience = ranked.article.audienceName
        isCurrent = ranked.article.isCurrent
        score = ranked.score
    }
}

extension SuggestionAnswer.NoDraft {
    init(_ reason: NoDraftReason) {
        self.reason = reason.rawValue
        message = reason.message
        nextStep = reason.nextStep
    }
}

extension SuggestionAnswer.Model {
    init(_ outcome: ModelOutcome) {
        switch outcome {
        case .written(let record):
            status = "written"
            noDraft = nil
            self.record = SuggestionAnswer.Record(record)
        case .notWritten(let reason, let record):
            status = "not_written"
            noDraft = SuggestionAnswer.NoDraft(reason)
            self.record = record.map(SuggestionAnswer.Record.init)
        }
    }
}

extension SuggestionAnswer.Record {
    init(_ record: ModelRecord) {
        provider = record.provider
        model = record.model
        prompt = record.prompt
        promptHash = record.promptHash.description
        requestHash = record.requestHash.description
        promptTokens = record.promptTokens
        completionTokens = record.completionTokens
        areTokensEstimated = record.areTokensEstimated
        costMillionths = record.cost
        attempts = record.attempts
        isCached = record.isCached
        firstTextMicroseconds = record.untilFirstText?.wholeMicroseconds
        totalMicroseconds = record.total.wholeMicroseconds
        masked = record.masked.map(\.rawValue)
    }
}
