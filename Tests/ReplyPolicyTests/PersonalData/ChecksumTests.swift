import Testing

@testable import ReplyPolicy

@Suite struct ChecksumTests {
    private func digits(_ text: String) -> ArraySlice<UInt8> { text.utf8.map { $0 - 0x30 }[...] }

    // 2200 1234 5678 9019, doubled from the right without the last: 1·2 0 9·2 8 7·2 6 5·2 4 3·2 2 1·2 0 0·2 2 2·2, that is
    // 9 + 2 + 0 + 9 + 8 + 5 + 6 + 1 + 4 + 6 + 2 + 2 + 0 + 0 + 2 + 4 = 60, a multiple of ten.
    @Test func `a card agrees with ISO 7812`() {
        #expect(LuhnChecksum.isValid(digits("2200123456789019")))
        for wrong in 0..<10 where wrong != 9 { #expect(!LuhnChecksum.isValid(digits("220012345678901\(wrong)"))) }
        #expect(!LuhnChecksum.isValid(digits("2200123456879019")))
    }

    // Mod 10 of HL7 for the policy 7700 0123 4567 890: odd places from the right make 0864 2007, times two 1728 4014; even places 9753 1070;
    // 9+7+5+3+1+0+7 + 1+7+2+8+4+0+1+4 = 32 + 27 = 59; to sixty 1 is missing, which is the control digit.
    @Test func `a policy agrees with Order 79 of the Federal Fund`() {
        #expect(LuhnChecksum.isValid(digits("7700012345678901")))
        #expect(!LuhnChecksum.isValid(digits("7700012345678902")))
    }

    // 112-233-445: 1·9 + 1·8 + 2·7 + 2·6 + 3·5 + 3·4 + 4·3 + 4·2 + 5·1 = 95. 087-654-303: 0 + 64 + 49 + 36 + 25 + 16 + 9 + 0 + 3 = 202 = 2·101,
    // remainder 0. 000-000-000 and all up to 001-001-998 have none.
    @Test func `a pension account agrees with Resolution 192п`() {
        #expect(PensionChecksum.isValid(digits("11223344595")))
        #expect(PensionChecksum.isValid(digits("08765430300")))
        #expect(!PensionChecksum.isValid(digits("11223344596")))
        #expect(!PensionChecksum.isValid(digits("00000000000")))
        #expect(!PensionChecksum.isValid(digits("1122334459")))
    }

    // 770708389: 7·2 + 7·4 + 0·10 + 7·3 + 0·5 + 8·9 + 3·4 + 8·6 + 9·8 = 14+28+0+21+0+72+12+48+72 = 267 = 24·11 + 3.
    // 5001007322: 5·7 + 0 + 0 + 1·10 + 0 + 0 + 7·9 + 3·4 + 2·6 + 2·8 = 35+10+63+12+12+16 = 148 = 13·11 + 5.
    // 50010073225: 5·3 + 0 + 0 + 1·4 + 0 + 0 + 7·5 + 3·9 + 2·4 + 2·6 + 5·8 = 15+4+35+27+8+12+40 = 141 = 12·11 + 9.
    @Test func `ИНН agrees with Order 435`() {
        #expect(TaxpayerChecksum.isValid(digits("7707083893")))
        #expect(TaxpayerChecksum.isValid(digits("500100732259")))
        #expect(!TaxpayerChecksum.isValid(digits("7707083894")))
        #expect(!TaxpayerChecksum.isValid(digits("500100732258")))
        #expect(!TaxpayerChecksum.isValid(digits("500100732359")))
        #expect(!TaxpayerChecksum.isValid(digits("0000000000")))
    }

    // 102770013219 = 11 · 9342728474 + 5. 31977460012345 = 13 · 2459804616334 + 3.
    @Test func `ОГРН and ОГРНИП agree with Order 165н`() {
        #expect(11 * 9_342_728_474 + 5 == 102_770_013_219 && 13 * 2_459_804_616_334 + 3 == 31_977_460_012_345)
        #expect(RegistrationChecksum.isValid(digits("1027700132195")))
        #expect(RegistrationChecksum.isValid(digits("319774600123453")))
        #expect(!RegistrationChecksum.isValid(digits("1027700132196")))
        #expect(!RegistrationChecksum.isValid(digits("319774600123454")))
        #expect(!RegistrationChecksum.isValid(digits("10277001321953")))
    }

    // БИК 044525225, account 40817810100010004312: digits 225 40817810100010004312 times 7 1 3 …, last digits of the products:
    // 2·7→4 2→2 5·3→5 | 4·7→8 0 8·3→4 | 1·7→7 7 8·3→4 | 1·7→7 0 1·3→3 | 0 0 0 | 1·7→7 0 0 | 0 4→4 3·3→9 | 1·7→7 2→2,
    // sum 4+2+5+8+0+4+7+7+4+7+0+3+0+0+0+7+0+0+0+4+9+7+2 = 80.
    @Test func `an account agrees with its bank by the Bank of Russia's order 515`() {
        #expect(AccountKey.isValid(digits("40817810100010004312"), bik: digits("044525225")))
        #expect(!AccountKey.isValid(digits("40817810200010004312"), bik: digits("044525225")))
        #expect(!AccountKey.isValid(digits("40817810100010004312"), bik: digits("044525974")))
        // A correspondent account has a zero and digits five and six of the БИК before it, here 025.
        #expect(AccountKey.isValid(digits("30101810400000000225"), bik: digits("044525225")))
        #expect(!AccountKey.isValid(digits("4081781010001000431"), bik: digits("044525225")))
    }

    // Each single wrong digit, and each swap of neighbours but 0 and 9 (ISO 7812 itself says so), is noticed.
    @Test func `Luhn notices every wrong digit and nearly every swap`() {
        let right = Array(digits("4276012345678902"))
        for place in right.indices {
            for digit in UInt8(0)...9 where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(!LuhnChecksum.isValid(wrong[...]))
            }
        }
        for place in right.indices.dropLast() where right[place] != right[place + 1] {
            var wrong = right
            wrong.swapAt(place, place + 1)
            let isBlind = Set([right[place], right[place + 1]]) == [0, 9]
            #expect(LuhnChecksum.isValid(wrong[...]) == isBlind)
        }
    }
}
