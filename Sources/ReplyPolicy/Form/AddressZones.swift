/// The zones under which a bare name is an address.
///
/// - Source: the IANA root zone: all zones of countries, and our choice of the commonest of the others; those of RFC 2606 that examples use.
enum AddressZones {
    /// Small letters.
    static let known = Set(
        ("ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci "
            + "ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm "
            + "gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la "
            + "lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np "
            + "nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su "
            + "sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw "
            + "com net org info biz edu gov int mil name mobi asia travel jobs aero coop museum cat tel post app dev page web cloud tech "
            + "xyz site online store shop club top pro live link click space fun work world today news life digital agency icu vip win bid "
            + "loan loans men date download stream trade party review science racing kim country zip mov moscow tatar website host press "
            + "email support help center company group team network systems solutions services software express delivery cash money "
            + "credit finance bank insure games game bet casino poker chat social media video photo photos gallery art blog wiki guru "
            + "ninja rocks lol wtf monster rest quest cyou sbs cfd buzz one best cool love sale sex porn adult dating gift gifts promo "
            + "deals market markets discount bargains coupons tickets events tours travel holiday health care clinic doctor pet auto car "
            + "cars bike house estate land city town earth green eco global zone place plus red blue black pink ink run fit golf yoga "
            + "family kids baby moda style fashion shoes jewelry beauty hair makeup skin toys tools works build bond fund trading exchange "
            + "crypto nft wallet dao page pub bar cafe pizza beer wine menu food kitchen farm study school academy college training "
            + "foundation ltd inc llc gmbh ooo google android amazon apple microsoft yandex ovh foo bar lat mom dad bio tube radio fyi "
            + "example test invalid onion ton eth рф рус москва дети онлайн сайт орг ком бел қаз укр срб мкд")
            .split(separator: " ").map(String.init))

    /// Endings of files that look like zones of a host with a path: «Node.js/React.js».
    private static let files = Set(
        "js ts css htm html php asp jsp exe apk ipa dmg msi txt csv log pdf doc docx xls xlsx ppt pptx odt rtf jpg jpeg png gif webp svg bmp"
            .split(separator: " ").map(String.init) + [
                "json", "yaml", "xml", "mp3", "mp4", "avi", "rar", "gz", "tar", "swift",
            ])

    /// Whether a last label may be a zone that is not listed: two Latin letters or more, and no ending of a file.
    static func mayBeZone(_ label: String) -> Bool {
        label.utf8.count >= 2 && label.utf8.allSatisfy(\.isASCIILetter) && !files.contains(label)
    }
}
