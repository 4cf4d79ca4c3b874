#include "model/office_number.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("the check digit adds up the digits of doubled figures") {
  // From the right 1·2, 0, 0, 0, 2·2, 0, 7·2 = 14, 1, 3·2: 2 + 4 + 5 + 1 + 6 = 18, and 2 to 20.
  CHECK(office_check_digit("317020001") == '2');
}

TEST_CASE("letters count from ten on") {
  // From the right 1·2, 0, 0, 0, 2·2, 0, A = 10·2 = 20, 1, 3·2: 2 + 4 + 2 + 1 + 6 = 15, and 5
  // to 20.
  CHECK(office_check_digit("31A020001") == '5');
}

TEST_CASE("a sum of tens has the check digit 0") { CHECK(office_check_digit("000000005") == '9'); }

TEST_CASE("a sound office number has no fault") {
  CHECK(fault_of_office("3170200012") == OfficeFault::none);
  CHECK(fault_of_office("31A0200015") == OfficeFault::none);
}

TEST_CASE("faults of office numbers are told apart") {
  CHECK(fault_of_office("0000000000") == OfficeFault::test);
  CHECK(fault_of_office("170200012") == OfficeFault::length);
  CHECK(fault_of_office("31I0200012") == OfficeFault::letters);
  CHECK(fault_of_office("4870200012") == OfficeFault::prefecture);
  CHECK(fault_of_office("3120200012") == OfficeFault::kind);
  CHECK(fault_of_office("3170200013") == OfficeFault::check_digit);
}

TEST_CASE("other kinds may be allowed") {
  CHECK(fault_of_office("3120200012", "2") == OfficeFault::check_digit);
}

TEST_CASE("a zero that a spreadsheet dropped comes back where the number is sound with it") {
  const std::string nine = "17020001";
  const std::string full = "0" + nine + office_check_digit("0" + nine);
  const std::string lost = full.substr(1);
  CHECK(restored_office_number(lost, "01") == full);
  CHECK(restored_office_number(lost, "") == full);
  CHECK(restored_office_number(lost, "02") == lost);
  CHECK(restored_office_number(full, "01") == full);
}

TEST_CASE("nine characters that no zero makes sound stay as they are") {
  CHECK(restored_office_number("317020001", "31") == "317020001");
  CHECK(restored_office_number("170200011", "01") == "170200011");
}

TEST_CASE("what a spreadsheet leaves of a test entry is one") {
  CHECK(restored_office_number("0", "31") == "0000000000");
  CHECK(restored_office_number("0000000000", "31") == "0000000000");
  CHECK(restored_office_number("", "31").empty());
}
