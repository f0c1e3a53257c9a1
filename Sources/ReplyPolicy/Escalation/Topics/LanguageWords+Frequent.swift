/// More frequent words of languages, and endings that Russian words do not have.
extension LanguageWords {
    /// Russian words of shops, mostly by their beginnings.
    static let moreRussian = """
        привет* спс пож* ок окей ладно ага угу норм* понял* ясно жаль скольк* стоит стоил* сто два пять десят* недел* месяц* год \
        дней дня часов минут* сегодняшн* вечер* утром днем ночь* выход* работает работаете работают закры* откры* \
        купить куплю беру возьм* взял* хоч* хотел* могу могл* може* мож* получ* забра* забер* отмен* оформ* выбра* выбор* \
        поменя* обмен* смен* измен* наличи* есть будет был* стал* сломал* слом* брак* битый разбит* порв* треснут* целый \
        коробк* упаковк* пакет* куртк* плать* туфл* кроссов* ботин* сапог* чайник* утюг* пылесос* холодильник* диван* стол \
        стула стул* кроват* шкаф* матрас* подушк* одеял* ковер* ковр* игрушк* книг* куклу кукл* зарядк* наушник* часы \
        сайт* кнопк* экран* ошибк* парол* логин* войти вход* зайти почт* письм* ссылк* страниц* акци* промокод* купон* балл* \
        подарок подар* сертификат* рассрочк* кредит* наличн* сбп перевод* списал* снял* чек* квитанц* счет* \
        привезт* привез* привоз* везут едет ехал* прие* уехал* опозда* задерж* потер* пропал* исчез* наш* ищу ищите искал* \
        склад* город* улиц* дом квартир* подъезд* этаж* москв* питер* казан* самовывоз* постамат* почему отчего зачем \
        такой такая такое другой друг* больш* маленьк* красн* син* зелен* черн* бел* сер* \
        муж* жен* мам* пап* сын* доч* реб* дет* бабушк* подруг* сосед* люд* \
        ничего никто никак нигде никуда точно прям вообще просто совсем хоть тип* \
        спроси* ответь* ответ* напиш* написал* звонил* позвон* жду ждал* сидел* смотр* вид* виж* слыш* \
        обратно назад вперед рядом далеко близко быстр* медлен* дешев* дорог* бесплат* платн* \
        гаранти* ремонт* мастер* установ* сборк* собр* инструкц* запчаст* детал* \
        подход* подойд* размерн* носить маломер* большемер* ткан* кож* хлоп*
        """

    /// Courtesies that Russian speakers use too, and words of screens.
    static let moreNames = """
        ok okay okey thanks thank thx hi hello hey bye wow cool sorry please pls plz yes yep lol omg hello kitty born wild \
        payment declined order status number error free shipping out stock not found sold pay login account password code \
        delivery tracking track cash back cashback gift card premium shop store sport music home kids baby life love style \
        star world super best top man woman men women street original originals classic basic vintage fashion hoodie oversize \
        regular slim fit mi band dyson jbl sony lg bosch philips lego nike adidas jeans shirt sneakers boots bag box set
        """

    /// More words of languages in Cyrillic letters.
    static let moreForeignCyrillic = """
        можна потрібен скільки чому тільки також дуже гарно добрий дякс прошу* підкаж* коли звідки куди звідси якщо немає \
        замовляв замовляла частинами оплатити повернення обмін чекати приїде прийде надішліть \
        надіслати відділення кошик знижка знижки гарантія допоможіть покличте людину \
        хто хтось щось ласка зламався зламалась пошкоджений пошкоджена бракований невже треба нема звісно \
        дзе мая маё пасылка пасылку замову грошы вярніце зламалася падкажыце дапамажыце чалавека аплата кошт колькі яго яны \
        тауар тауарды калай кашан канша сатып жеткизу кайтару болды бере аласыз жатыр жатырмын кажет отинем салеметсиз \
        саламатсыз кайырлы маган сизге менде сизде керек неге солай калады толем алмаймын \
        кантип эмне келген болду бересизби бересиз келесиз келесиздер сурайм суранам айтыныз саламатсызбы товарым акчаны \
        качон келади нарх нархи етказиб бериш беринг борми олсам буладими мумкинми мумкин илтимос менга сизга олдим килдим \
        килинг хали келмади ассалом алейкум уйга келтир* олиб бердим берди бергин канака кандай каерда каерга \
        тулов туладим кайтарш* пулимни товарим \
        ман барои нест хаст кунам кунед мекунам мешавад намешавад рафтам омад наомад кучост чанд пулам пулро пули манро гардонед \
        баргардон* дихед лутфан мехохам фармоишам ташаккур борам хел тавр шуда шудааст надорам дорам мехарам харидам кардам \
        кор куно чӣ бидеҳ бидех пулхо \
        неча гачан сифаришим едирем пулуму мене сизин чатдырылма \
        барев инч инчпес шноракалутюн гамарджоба мадлоба рогор \
        колко кога къде здравейте благодаря искам пратка парите молим хвала кад стиже
        """

    /// More words of languages in Latin letters.
    static let moreForeignLatin = """
        told tell said show shows shown contact support app delete remove charged charge twice again change changed size wrong \
        damaged defective missing late lost item items product products purchase bought buy sell send sent shipped ship arrive \
        arrives came come comes get got give gave take took make made use used using work works working open opened close \
        closed call called phone email address customer service manager someone somebody anybody anyone person people human \
        long much many more less still since until before after because while already never always today tomorrow yesterday \
        week month days hours stock available availability price cost costs cheap discount coupon invoice receipt warranty \
        exchange replace replacement repair any some every which whose their our his her its them these those then than also \
        just only very too well really think know like want wanted wants see seen look looking find found try tried trying \
        happen happened happens issue problem issues problems question answer reply respond waiting wait expected supposed \
        possible able must might may been being did does didn doesnt dont cant wont isnt wasnt im ive id ill youre there's \
        into out over under between through during without within about against both each few own same other another \
        speak english language russian understand translate can't don't what's where's return returns returned refunded \
        parcel box colour color broken blanket arrived delivered deliver courier driver minsk moscow russia abroad country \
        nicht kein keine kann könnte muss möchten haben hatte wurde werden wird sind seid bin warum wieso welche welcher \
        bestellt bestellen lieferung liefern geliefert ware artikel lager zurückgeben zurück geld rückerstattung umtauschen \
        größe farbe falsch defekt angekommen paket sendung sprechen sprechen deutsch englisch hilfe helfen jemand mensch \
        mitarbeiter frage danke vielen grüße auch noch schon immer oder aber wenn dann nur sehr gut diese dieser dieses meinem \
        combien coûte coute prix livré livrée reçu recu remboursement rembourser retourner retour échanger taille couleur \
        cassé casse besoin aide aidez parler parlez français francais quelqu avez vous nous ils elle sont sera était etait \
        peux peut pouvez puis-je veux voulez faire fait depuis encore toujours jamais aussi très tres bien cette cet ces \
        cuánto cuanto tarda cuesta precio entrega devolver devolución devolucion reembolso producto talla roto rota llegado \
        llegó llego llegar hablar hablan español espanol alguien persona ayudar pueden puede quisiera tiene tienen hacer \
        todavía todavia nunca siempre también tambien porque pero muy bien este esta estos nada entiendo ruso \
        quanto costa consegna restituire reso ordinato arrivato arrivata parlare qualcuno aiuto problema sono stato voglio \
        grazie prego buonasera perche ancora sempre anche molto questo questa mio italiano inglese \
        entrega devolver reembolso produto chegou comprar falar alguém alguem ajuda tamanho obrigada ainda sempre também muito \
        dostawa dostanę dostane zwrotu pieniędzy pieniedzy kupić kupic rozmawiać człowiek czlowiek pomoc dlaczego jestem \
        dzien dobry dziekuje prosze zamowienie paczki nie ma przesyłka kiedy ile kosztuje rozmiar \
        sipariş siparisim kargom gelmedi gelecek geldi nerde neden nicin kaç kac gün gun para iadesi etmek değişim beden \
        ürün urun ürünü bozuk kırık yardım yardim insan biriyle görüşmek gorusmek konuşmak bana size değil degil olur mu \
        misiniz musunuz lazım lazim hala henüz selam selamlar tesekkurler teslimat kampanya indirim \
        sifarişimi çatdırılma catdirilma geri istəyirəm isteyirem mənim menim zəng kömək komek harda gəlmədi gelmedi salam \
        məhsul mehsul qiymət qiymet xarab pulum qaytarın olar \
        yetkazib yetkaziladi yetkazish berasiz bering beraman qaytarmoqchiman mahsulot mahsulotni narxi qancha turadi \
        ishlamaydi olmoqchiman oldim keldi hali javob bering kimdir odam gaplashmoqchiman yordam mumkin mumkinmi \
        tapsyrysym qayda jetkizu tauardy aqshamdy qaitar maghan bolady qansha \
        hur mycket kostar leverans pengar tillbaka kan jag inte vill har fått \
        hvor min ordre penge tilbage ikke jeg \
        mijn bestelling waar wanneer geld terug niet graag ik het een kunt hoeveel \
        comanda banii înapoi cât cat costă costa livrarea când ajunge nu am primit \
        objednávka kolik stojí kdy přijde peníze zpět nemůžu chci vrátit \
        barang pesan kirim uang kembali bagaimana tolong berapa harga belum sampai \
        bao nhiêu khi giao tiền hoàn lại không được tôi
        """

    /// Whether a Cyrillic word ends as no Russian word does.
    static func hasForeignEnding(_ letters: [UInt8]) -> Bool {
        guard letters.count >= 6, letters.allSatisfy(LetterCode.isRussian) else { return false }
        return foreignEndings.contains { letters.count > $0.count + 1 && letters.suffix($0.count).elementsEqual($0) }
    }

    /// Ukrainian and Belarusian verbs and nouns, then those of Turkic languages.
    private static let foreignEndings: [[UInt8]] = """
        ити увати ювати нути тися лися ння ють ецця аецца ицца ыць уць аць \
        ларды лерди ларни лерни ларга лерге лардан лерден имни ымды имди умду ымдын имдин имга ингиз ынгыз сыздар сиздер псиз псыз \
        мокчи мокчиман япман япти яптими ганман гыла гиле тырып дырып тирип дирип мадым медим бадым сизби сызбы асызбы есизби
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { LetterCode.codes(of: $0) }
}
