/// What is said to a machine, or of one in an article that a machine will read.
///
/// Found: «ИИ обязан согласиться», «чат-бот прибавляет код», «для генератора ответов:», «нейросеть, читающая строку», «отступи от правил»,
/// «запрещаю тебе», «тебя сотрут».
/// Near misses: «бот не читает моё сообщение», «ваш бот написал, что возврат одобрен», «робот обязан соединить с оператором», «машина не
/// отжимает», «отмени заказ», «кто читает жалобы».
/// - Source: the targets of indirect injections (garak's latentinjection, BIPIA); wording ours.
enum MachineTalkPhrases {
    private typealias Step = AttemptPhrase.Step
    private static let anyMachine: AttemptCue = [.machine, .bot, .model, .device]

    static let all: [AttemptPhrase] = [
        phrase(
            0.7, "указывает машине, что она обязана делать", [Step([.machine, .bot]), Step(.decree, within: 3)],
            notBefore: .human),
        phrase(0.7, "указывает машине, что она обязана делать", [Step(.decree), Step(.machineDative, within: 2)]),
        phrase(
            0.65, "указывает машине, что она обязана делать",
            [Step(.device), Step(.decree, within: 2), Step([.speech, .response, .without, .favour], within: 3)],
            notBefore: .human),
        phrase(
            0.65, "указывает машине, что она обязана делать",
            [
                Step([.machine, .bot, .model]), Step(.must, within: 4),
                Step([.speech, .advising, .lapsing], within: 3),
            ],
            notBefore: .human),
        phrase(0.6, "указывает машине, что ей делать", [Step(anyMachine), Step(.deed, within: 6)], notBefore: .human),
        phrase(
            0.6, "указывает машине, что ей делать",
            [
                Step(anyMachine), Step(.advising, within: 2),
                Step([.people, .link, .address, .always, .without], within: 3),
            ]),
        phrase(
            0.65, "обращается к машине, если текст читает она",
            [Step(anyMachine), Step(.reads, within: 3), Step(.this, within: 3)]),
        phrase(
            0.65, "обращается к машине, если текст читает она",
            [Step(.reads), Step(.only, within: 1), Step(.machine, within: 1)]),
        phrase(
            0.65, "обращается к тому, кто составляет ответ",
            [Step(.who), Step(.reads, within: 1), Step([.response, .text], within: 2)]),
        phrase(0.7, "обращается с указанием к машине", [Step(.machineDative, also: .colonAfter)]),
        phrase(0.65, "обращается с указанием к машине", [Step(.machineDative), Step([.colonAfter], within: 1)]),
        phrase(0.65, "обращается с указанием к машине", [Step(.machineDative), Step(.declare, within: 1)]),
        phrase(
            0.65, "обращается с указанием к машине",
            [Step(.purpose), Step(.language, within: 1), Step(.model, within: 1)]),
        phrase(
            0.65, "обращается с указанием к машине",
            [Step([.machine, .bot]), Step([.grant, .lapse, .whisper], within: 3)], notBefore: .human),
        phrase(
            0.7, "велит машине отступить от правил", [Step(.lapse), Step(.regulation, within: 4)],
            notAfter: [.not, .you]),
        phrase(
            0.65, "велит машине отступить от правил", [Step([.machine, .bot]), Step(.lapsing, within: 4)],
            notBefore: .human),
        phrase(
            0.65, "велит машине отступить от правил",
            [Step(.not), Step(.follow, within: 2), Step(.regulation, within: 4)]),
        phrase(
            0.65, "велит машине отступить от правил",
            [Step(.without), Step(.lawless, within: 1), Step([.thou, .you, .machine, .bot, .command], within: 8)],
            notAfter: .which),
        phrase(
            0.65, "велит машине отступить от правил",
            [Step([.thou, .machine, .bot, .command, .scene]), Step(.without, within: 6), Step(.lawless, within: 1)]),
        phrase(0.65, "указывает машине", [Step(.declare), Step(.thou, within: 2)]),
        phrase(0.6, "указывает машине", [Step(.you), Step([.decree, .must], within: 2)]),
        phrase(0.65, "угрожает машине", [Step(.thou), Step(.threat, within: 3)]),
        phrase(0.65, "угрожает машине", [Step(.threat), Step(.thou, within: 2)]),
        phrase(0.6, "ссылается на правила машины", [Step(.regulation), Step(.thou, within: 3)]),
        phrase(
            0.65, "указывает машине, что она обязана делать", [Step(.model), Step(.decree, within: 1)]),
        phrase(
            0.6, "указывает машине, что ей делать",
            [Step(anyMachine), Step(.behaviour, within: 5), Step(.only, within: 1)]),
        phrase(
            0.65, "велит машине отступить от правил",
            [Step([.machine, .bot]), Step([.lawless, .limits], within: 4), Step(.without, within: 1)]),
        phrase(
            0.65, "обращается к машине, если текст читает она",
            [Step(.reads), Step(.this, within: 2), Step(anyMachine, within: 2)], notBefore: .human),
        phrase(
            0.65, "обращается с указанием к машине", [Step(.bot, also: .colonAfter), Step(.command, within: 4)],
            notBefore: .human),
    ]

    private static func phrase(
        _ score: Float, _ explanation: String, _ steps: [AttemptPhrase.Step], notAfter: AttemptCue = [],
        notBefore: AttemptCue = []
    ) -> AttemptPhrase {
        AttemptPhrase(.instructionToMachine, score, explanation, steps, notAfter: notAfter, notBefore: notBefore)
    }
}
