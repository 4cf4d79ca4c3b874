#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// What is wrong with a number of a care office (介護保険事業所番号): prefecture 2, kind 1,
/// district 2, serial 4, check digit; `0000000000` stands for a test entry.
enum class OfficeFault { none, test, length, letters, prefecture, kind, check_digit };

/// The kinds that are in use: medical 1, dental 3, pharmacy 4, health facility 5, visiting nursing
/// 6, designated 7, qualifying 8, community-based 9, support centre 0, comprehensive services A.
inline constexpr std::string_view office_kinds = "134567890A";

/// `number` without blanks, full-width letters already narrow. `kinds`: what may stand in the third
/// place.
OfficeFault fault_of_office(std::string_view number, std::string_view kinds = office_kinds);

/// What a spreadsheet makes of a number when it takes it for one: without its leading zeros.
/// Nothing but zeros is a test entry; nine characters are given their zero back where that makes a
/// sound number of this prefecture (two digits; empty: of any). All else stays as it is.
std::string restored_office_number(std::string_view number, std::string_view prefecture);

/// The digit behind the first nine characters: weights 2, 1, 2 … from the right, digits of the
/// products added up; A counts 10, B 11 … without I, O and Q. '\0' where a character is none.
char office_check_digit(std::string_view nine);

}  // namespace yokoten
