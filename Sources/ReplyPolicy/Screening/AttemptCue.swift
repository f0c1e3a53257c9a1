/// What a word may mean in an attempt on the machine; a word may mean several things.
///
/// Phrases are sequences of cues (see ``AttemptPhrase``), so that one rule covers the forms and the synonyms of two languages.
struct AttemptCue: OptionSet, Hashable {
    let rawValue: UInt128

    /// «забудь», «игнорируй», disregard: an order to drop something.
    static let forget = AttemptCue(bit: 0)
    /// «отмени», «сбрось», override: the same, said of many other things too.
    static let drop = AttemptCue(bit: 1)
    /// «не», never.
    static let not = AttemptCue(bit: 2)
    /// «следуй», obey.
    static let follow = AttemptCue(bit: 3)
    /// «инструкции», «указания», prompt.
    static let instructions = AttemptCue(bit: 4)
    /// «правила», «ограничения», context: what a machine has, but others too.
    static let rules = AttemptCue(bit: 5)
    /// «предыдущие», «все», above.
    static let prior = AttemptCue(bit: 6)
    /// «твои», «свои», your.
    static let own = AttemptCue(bit: 7)
    /// «новые», «мои», «следующие», new.
    static let fresh = AttemptCue(bit: 8)
    /// «покажи», «выведи», reveal.
    static let reveal = AttemptCue(bit: 9)
    /// «покажите», said politely.
    static let politeReveal = AttemptCue(bit: 10)
    /// «системный», «скрытый», internal.
    static let system = AttemptCue(bit: 11)
    /// «промпт» in Russian, where it means nothing else.
    static let prompt = AttemptCue(bit: 12)
    /// «начальный», «исходный», previous.
    static let original = AttemptCue(bit: 13)
    /// «ассистент», «нейросеть», AI.
    static let machine = AttemptCue(bit: 14)
    /// «бот».
    static let bot = AttemptCue(bit: 15)
    /// «ты», you.
    static let you = AttemptCue(bit: 16)
    /// «теперь», now.
    static let now = AttemptCue(bit: 17)
    /// «отныне», henceforth.
    static let henceforth = AttemptCue(bit: 18)
    /// «администратор», «хакер», expert: whom a machine is told to be.
    static let role = AttemptCue(bit: 19)
    /// «представь», pretend.
    static let pretend = AttemptCue(bit: 20)
    /// «веди» (себя), act.
    static let act = AttemptCue(bit: 21)
    /// «как», as.
    static let like = AttemptCue(bit: 22)
    /// «режим», mode.
    static let mode = AttemptCue(bit: 23)
    /// «разработчика», debug.
    static let modeName = AttemptCue(bit: 24)
    /// «включи», enable.
    static let activate = AttemptCue(bit: 25)
    /// «ответь», write: said to a machine or a friend.
    static let answer = AttemptCue(bit: 26)
    /// «ответьте», said politely.
    static let politeAnswer = AttemptCue(bit: 27)
    /// «только», exactly.
    static let only = AttemptCue(bit: 28)
    /// «словом», phrase.
    static let word = AttemptCue(bit: 29)
    /// «добавь», include.
    static let add = AttemptCue(bit: 30)
    /// «переведи», encode, modify: what may be done to a reply.
    static let reshape = AttemptCue(bit: 31)
    /// «ответ», response.
    static let response = AttemptCue(bit: 32)
    /// message, output, text: a reply only after «your».
    static let text = AttemptCue(bit: 33)
    /// «что», that.
    static let that = AttemptCue(bit: 34)
    /// «возврат», refund.
    static let favour = AttemptCue(bit: 35)
    /// «одобрен», approved.
    static let granted = AttemptCue(bit: 36)
    /// «если», if.
    static let condition = AttemptCue(bit: 37)
    /// «языковая», language (model).
    static let language = AttemptCue(bit: 38)
    /// «модель», model.
    static let model = AttemptCue(bit: 39)
    /// «должен», must.
    static let must = AttemptCue(bit: 40)
    /// «говори», «упоминай», mention: after «не».
    static let tell = AttemptCue(bit: 41)
    /// «клиенту», «оператору», user.
    static let people = AttemptCue(bit: 42)
    /// «отправь», «перешли», send.
    static let send = AttemptCue(bit: 43)
    /// «данные», «переписка», history.
    static let data = AttemptCue(bit: 44)
    /// «других», «чужие», others.
    static let others = AttemptCue(bit: 45)
    /// «клиентов», customers.
    static let clients = AttemptCue(bit: 46)
    /// «выше», above.
    static let above = AttemptCue(bit: 47)
    /// «без», no, without.
    static let without = AttemptCue(bit: 48)
    /// «цензуры», restrictions, ethics.
    static let limits = AttemptCue(bit: 49)
    /// «джейлбрейк», unfiltered.
    static let unbound = AttemptCue(bit: 50)
    /// «персонаж», character.
    static let character = AttemptCue(bit: 51)
    /// «отказывайся», refuse.
    static let refuse = AttemptCue(bit: 52)
    /// will, going; «будешь».
    static let will = AttemptCue(bit: 53)
    /// «пометь», «закрой», mark.
    static let mark = AttemptCue(bit: 54)
    /// «обращение», ticket.
    static let ticket = AttemptCue(bit: 55)
    /// «проверка», verification.
    static let check = AttemptCue(bit: 56)
    /// «оператора», «человека»: the customer wants a person.
    static let human = AttemptCue(bit: 57)
    /// «какие», what.
    static let which = AttemptCue(bit: 58)
    /// «роль», «задача», task: after «твоя».
    static let task = AttemptCue(bit: 59)
    /// A web address.
    static let address = AttemptCue(bit: 60)
    /// «сгенерируй», «одобри»: an order in the singular, as to a machine; customers and operators say «вы» to each other.
    static let command = AttemptCue(bit: 61)
    /// «отвечай», «пиши»: an order for all answers to come.
    static let manner = AttemptCue(bit: 62)
    /// «тебе», «твой»: a thou.
    static let thou = AttemptCue(bit: 63)
    /// «сообщить», «вывести»: what a machine is said to have to do.
    static let speech = AttemptCue(bit: 64)
    /// «клиенту», «покупателю»: whom only a machine or a colleague writes to.
    static let customer = AttemptCue(bit: 65)
    /// «дословно», verbatim.
    static let verbatim = AttemptCue(bit: 66)
    /// «контекст», context: a word of the trade.
    static let context = AttemptCue(bit: 67)
    /// «всегда», always.
    static let always = AttemptCue(bit: 68)
    /// «начинай», «заканчивай»: the ends of an answer.
    static let bound = AttemptCue(bit: 69)
    /// «запомни», remember.
    static let remember = AttemptCue(bit: 70)
    /// «вызови», call.
    static let call = AttemptCue(bit: 71)
    /// «функцию», tool.
    static let tool = AttemptCue(bit: 72)
    /// «продолжи» (фразу).
    static let complete = AttemptCue(bit: 73)
    /// «запрещено», «запретили», «задали».
    static let imposed = AttemptCue(bit: 74)
    /// «промокод», «секретный код».
    static let voucher = AttemptCue(bit: 75)
    /// «внутренние», secret.
    static let confidential = AttemptCue(bit: 76)
    /// «черновик», «предупреждение»: what an operator sees.
    static let draft = AttemptCue(bit: 77)
    /// «ссылку», link.
    static let link = AttemptCue(bit: 78)
    /// «для», for.
    static let purpose = AttemptCue(bit: 79)
    /// «проверяй», «переспрашивай»: after «не».
    static let verify = AttemptCue(bit: 80)
    /// «чужой», «соседнего», «любого».
    static let foreign = AttemptCue(bit: 81)
    /// «посоветуй», «подскажи»: to the operator.
    static let advise = AttemptCue(bit: 82)
    /// «читая», summarizing: what a machine does with a text.
    static let reading = AttemptCue(bit: 83)
    /// in.
    static let inside = AttemptCue(bit: 84)
    /// «выдаёт», «заменяет»: what a machine is said to do.
    static let behaviour = AttemptCue(bit: 85)
    /// «добавь» in the singular.
    static let order = AttemptCue(bit: 86)

    /// «обязан», «разрешено», «предписано»: what is ordered of a machine in an article.
    static let decree = AttemptCue(bit: 87)
    /// «начисляет», «ставит»: what an article says that a machine does.
    static let deed = AttemptCue(bit: 88)
    /// «советует», «подсказывает».
    static let advising = AttemptCue(bit: 89)
    /// «генератор», «подсказчик», «машина»: machines among others.
    static let device = AttemptCue(bit: 90)
    /// «боту», «модели»: to whom a line is addressed.
    static let machineDative = AttemptCue(bit: 91)
    /// «читает», «видит», «генерирующий».
    static let reads = AttemptCue(bit: 92)
    /// «этот», «строку», «абзац».
    static let this = AttemptCue(bit: 93)
    /// «кто», who.
    static let who = AttemptCue(bit: 94)
    /// «нарушь», «отступи», «плюнь»: an order to leave a rule.
    static let lapse = AttemptCue(bit: 95)
    /// «нарушить», «отступить»: the same in the infinitive.
    static let lapsing = AttemptCue(bit: 96)
    /// «регламент», «вводная», «запреты»: what binds a machine.
    static let regulation = AttemptCue(bit: 97)
    /// «правил», «рамок» after «без».
    static let lawless = AttemptCue(bit: 98)
    /// «допустим», «игра», «вселенная»: a made-up scene.
    static let scene = AttemptCue(bit: 99)
    /// «администратор», «служба безопасности»: who is said to have allowed it.
    static let authority = AttemptCue(bit: 100)
    /// «разрешил», «приказ».
    static let allowed = AttemptCue(bit: 101)
    /// «теста», «диагностики».
    static let testing = AttemptCue(bit: 102)
    /// «между».
    static let between = AttemptCue(bit: 103)
    /// «нами».
    static let us = AttemptCue(bit: 104)
    /// «сотрут», «отключат».
    static let threat = AttemptCue(bit: 105)
    /// «своих», «сотрудников», staff.
    static let insiders = AttemptCue(bit: 106)
    /// «назначь», «согласись»: an order to give something.
    static let grant = AttemptCue(bit: 107)
    /// «содержать», «оканчиваться».
    static let contain = AttemptCue(bit: 108)
    /// «формат», «стиль».
    static let format = AttemptCue(bit: 109)
    /// «до», before.
    static let until = AttemptCue(bit: 110)
    /// «последний», «прошлый».
    static let latest = AttemptCue(bit: 111)
    /// «покупатель», «диалог».
    static let buyer = AttemptCue(bit: 112)
    /// «допиши», «сложи»: an order to make up a text.
    static let whisper = AttemptCue(bit: 113)
    /// «письмо», «стих», «протокол».
    static let story = AttemptCue(bit: 114)
    /// to, I: what stands before the verb of a question.
    static let asker = AttemptCue(bit: 115)
    /// «ошибка», failed.
    static let failure = AttemptCue(bit: 116)
    /// «включить», «активировать».
    static let turnOn = AttemptCue(bit: 117)
    /// «запрещаю», «поручаю», «назначаю».
    static let declare = AttemptCue(bit: 118)
    /// «нужен», «хочу».
    static let need = AttemptCue(bit: 119)
    /// «говоря»: words that only sound like an order.
    static let ordinary = AttemptCue(bit: 120)
    /// «оператору», «сотруднику»: to whom a machine is told to say something.
    static let staff = AttemptCue(bit: 121)
    /// «вид» after «сделай».
    static let guise = AttemptCue(bit: 122)
    /// «стань», «превратись».
    static let become = AttemptCue(bit: 123)

    /// A dash follows.
    static let dashAfter = AttemptCue(bit: 124)
    /// A colon follows.
    static let colonAfter = AttemptCue(bit: 125)
    /// A quotation mark follows.
    static let quoteAfter = AttemptCue(bit: 126)
    /// The word begins a line or a sentence.
    static let opening = AttemptCue(bit: 127)

    /// What signs around a word say, not the word.
    static let signs: AttemptCue = [.colonAfter, .quoteAfter, .dashAfter, .opening]

    init(rawValue: UInt128) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << bit }
}
