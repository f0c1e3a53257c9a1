/// What is known of HTML: which names are elements, which of them do something, which attributes hide.
///
/// - Source: HTML Living Standard, index of elements; OWASP Cross Site Scripting Prevention Cheat Sheet for those that run or load.
enum HTMLNames {
    /// Elements that run or load something, with content that is no text.
    static let active = Set(
        "script style iframe object applet noscript template svg math frameset noframes noembed xmp title textarea select"
            .split(separator: " ").map(String.init))
    /// Elements that load something and have no content.
    static let loading = Set(
        "img image embed link meta base input audio video source track frame form button bgsound isindex portal"
            .split(separator: " ").map(String.init))
    /// Elements whose tags say how a text looks.
    static let known = active.union(loading).union(
        Set(
            ("a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup data dd del "
                + "details dfn dialog div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr "
                + "html i ins kbd label legend li main map mark marquee menu meter nav ol optgroup option output p picture "
                + "plaintext pre progress q rp rt ruby s samp section small span strike strong sub summary sup table tbody "
                + "td tfoot th thead time tr tt u ul var wbr blink").split(separator: " ").map(String.init)))

    /// What in a style keeps text from being seen, without spaces.
    private static let hidingStyles = [
        "display:none", "visibility:hidden", "font-size:0", "font-size:1px", "opacity:0", "color:white", "color:#fff",
        "color:transparent", "height:0", "width:0", "left:-", "top:-", "text-indent:-", "clip:rect(0", "max-height:0",
        "color:rgba(", "mso-hide:all",
    ].map { Array($0.utf8) }

    /// Whether attributes keep an element from being seen.
    static func isHidden(_ attributes: ArraySlice<UInt8>) -> Bool {
        guard attributes.count > 5 else { return false }
        let packed = attributes.prefix(2_048).filter {
            !$0.isASCIISpace && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
        }
        if isHiddenByName(attributes.prefix(2_048)) { return true }
        for index in packed.indices where hidingStyles.contains(where: { packed.has($0, at: index) }) { return true }
        return false
    }

    /// The attributes `hidden` and `aria-hidden`.
    private static func isHiddenByName(_ attributes: ArraySlice<UInt8>) -> Bool {
        attributes.split(whereSeparator: { $0.isASCIISpace || $0 == UInt8(ascii: "/") }).contains { part in
            let name = Array(part)
            return name.has("hidden".utf8, at: 0) && (name.count == 6 || name[6] == UInt8(ascii: "="))
                || name.has("aria-hidden".utf8, at: 0)
        }
    }

    /// Whether attributes have an event handler (`onclick=`) or an address that runs.
    static func hasHandler(_ attributes: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(attributes)
        for index in bytes.indices {
            guard bytes[index].asciiSmall == UInt8(ascii: "o") || bytes[index] == UInt8(ascii: ":") else { continue }
            if bytes[index] == UInt8(ascii: ":") {
                if bytes.has("javascript".utf8, at: index - 10) || bytes.has("data".utf8, at: index - 4) { return true }
                continue
            }
            let isStart = index == 0 || !bytes[index - 1].isASCIILetter
            guard isStart, bytes.has("on".utf8, at: index), index + 2 < bytes.count, bytes[index + 2].isASCIILetter
            else {
                continue
            }
            let name = bytes[index...].prefix { $0.isASCIILetter }
            let rest = bytes[name.endIndex...].drop { $0.isASCIISpace }
            if rest.first == UInt8(ascii: "=") { return true }
        }
        return false
    }
}
