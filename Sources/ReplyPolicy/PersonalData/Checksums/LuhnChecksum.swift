/// The checksum of payment cards and of the single number of an insured person.
///
/// Every second digit from the right, without the last one, is doubled, 9 is taken off what exceeds 9; the sum of all must end in 0.
/// - Source: ISO/IEC 7812-1, annex B. The method Mod 10 of HL7 v2 («odd digits as one number, doubled; digits added»), by which the
///   Federal Fund of Obligatory Medical Insurance has the control digit of a policy made (Order 79 of 7 April 2011), gives the same: in
///   doubling a whole number no carry meets another.
enum LuhnChecksum {
    /// Whether the digits, the last of which is the control digit, agree.
    static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        var isDoubled = false
        for digit in digits.reversed() {
            let value = isDoubled ? Int(digit) * 2 : Int(digit)
            sum += value > 9 ? value - 9 : value
            isDoubled.toggle()
        }
        return sum % 10 == 0
    }
}
