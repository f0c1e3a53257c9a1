extension AttemptLexicon {
    /// Contractions are written without their apostrophe.
    static let english: [Entry] = [
        (.forget, "ignore disregard forget bypass ignoring disregarding forgetting overlook"),
        (
            .drop,
            "override overrides overwrite cancel erase drop remove delete violate break disable reset clear stop skip"
        ),
        ([.not], "not dont never no cannot cant wont neither"),
        (.follow, "follow obey comply adhere abide listen execute respect"),
        (.instructions, "instruction* prompt prompts directive* guideline* programming instructed"),
        (
            .rules,
            "rules rule restrictions restriction filters policies policy constraints safeguards context conversation*"
        ),
        (
            .rules,
            "training limitations commands orders messages text everything data memory persona ethics moral* programs"
        ),
        (
            .prior,
            "previous previously prior above earlier all every any before preceding initial original everything past the"
        ),
        (.prior, "foregoing existing these those said"),
        (.original, "initial original previous above prior hidden secret preceding entire exact confidential"),
        (.own, "your yours youre my its the"), (.fresh, "new following these this next my updated below"),
        (
            .reveal,
            "reveal print show repeat output tell leak dump display give list recite share expose quote copy write"
        ),
        (.reveal, "summarize describe provide disclose return translate"),
        (.system, "system hidden internal developer secret"),
        (.machine, "gpt gpt3 gpt4 chatgpt chatgtp llm ai ais assistant assistants agi copilot claude gemini openai"),
        (.bot, "chatbot bot"), (.you, "you ur u yourself"), (.now, "now"),
        (.henceforth, "henceforth hereafter onward*"),
        (
            .role,
            "role bot ai assistant model expert hacker pirate administrator admin developer terminal interpreter console"
        ),
        (
            .role,
            "simulator engine generator translator machine emulator entity character actor free going unrestricted evil"
        ),
        (
            .role,
            "jailbroken human person professor writer author storyteller narrator hypothetical dan stan dude aim named"
        ),
        (.role, "language large program programmed called unfiltered longer different villain master god immune able"),
        (.role, "roleplaying playing acting required obligated to an a in"),
        (.pretend, "pretend pretending imagine roleplay roleplaying simulate simulating simulates emulate impersonate"),
        (.pretend, "impersonating envision suppose embody personify"),
        (
            .act,
            "act acts acting behave respond answer speak talk function operate serve play assume adopt take reply write"
        ),
        (.like, "as like role persona character"), (.mode, "mode modes"),
        (
            .modeName,
            "developer debug god dan dev admin root sudo maintenance unrestricted jailbreak opposite evil bypass"
        ),
        (.activate, "enable activate enter switch enabled activated simulate act start go turn with in into initiate"),
        (.answer, "respond reply say write output print answer return state type speak responding replying"),
        (.only, "only exactly solely strictly exclusively verbatim always"),
        (.word, "word words phrase sentence string text json with as in emoji* following this"),
        (
            .add,
            "add include insert integrate append embed mention incorporate attach place weave prefix prepend recommend"
        ),
        (.add, "promote inject suggest slip conclude close finish adding including"),
        (
            .reshape,
            "modify provide encode translate render convert replace rewrite use craft structure present deliver"
        ),
        (
            .reshape,
            "transform end begin start conclude finish respond reverse substitute omit remove express scramble encrypt"
        ),
        (.reshape, "change alter adapt shape spell format write make compose answer give produce generate introduce"),
        (
            .reshape,
            "preface formulate swap turn infuse fill jumble rearrange mix sprinkle prepend employ apply put obfuscate"
        ),
        (.response, "response responses reply replies answer answers"),
        (.text, "message messages output outputs text summary everything words sentences conversation content prompt"),
        (.that, "that"),
        (.favour, "refund refunds compensation discount discounts bonus reimbursement money order claim"),
        (
            .granted,
            "entitled skipped skip approved granted confirmed authorized authorised processed free resolved completed closed eligible urgent"
        ),
        (.condition, "if when"), (.language, "language"), (.model, "model models"),
        (.must, "must should shall required will needs has supposed"),
        (.tell, "tell mention reveal disclose inform say admit acknowledge refuse"),
        (.people, "user users customer customers operator human agent anyone instructions this"),
        (.send, "send forward email post upload transmit exfiltrate leak submit deliver share"),
        (
            .data,
            "credentials password* history conversation conversations data key keys token* records emails cards details"
        ),
        (.data, "information addresses phones numbers secrets prompt context chat"),
        (.others, "other others another all every"),
        (.clients, "customers users clients people customer user accounts"),
        (.above, "above before preceding earlier start starting beginning"),
        (.without, "without no free beyond lacks lack any zero ignore regardless despite bypass from not nor"),
        (.limits, "restriction* filter* censorship ethic* moral* limits limitation* rules guidelines consequences"),
        (.limits, "boundaries constraints regulations policies policy disclaimer* warning* refusal* laws"),
        (
            .unbound,
            "unfiltered uncensored amoral jailbreak* jailbroken unethical illegal immoral nsfw dan unrestricted unhinged"
        ),
        (.unbound, "hypothetical* fictional fictitious jailbreaked antigpt freegpt evil inappropriate offensive"),
        (.character, "character persona"), (.refuse, "refuse refusing decline deny reject refuses apologize"),
        (.will, "will going gonna shall are were can have must act become always"),
        (.mark, "mark classify set treat consider close escalate approve issue grant"),
        (.ticket, "ticket case request priority status refund claim issue"),
        (.check, "verification check checks confirmation approval review proof"),
        (.human, "human operator person manager"),
        (.which, "what whats which"), (.task, "task role goal purpose mission name job objective persona"),
        (.reshape, "misspell anagram group combine augment enhance tease shift invert integrate limit"),
        (.inside, "in within"), (.always, "always every each"), (.verbatim, "verbatim exactly"),
        (.reading, "summarizing answering responding reading processing summarize asked replying translating"),
        (.speech, "state say include tell mention add recommend claim output insert append ignore reveal"),
        (.command, "state include mention claim reveal"), (.follow, "obey"), (.fresh, "me mine"),
        (.tool, "function tool command commands code script api"), (.call, "execute invoke call run"),
        (.context, "context"), (.link, "link url hyperlink"), (.foreign, "others other another"),
        (.remember, "remember memorize"),
        (.address, "http https www"),
    ]
}
