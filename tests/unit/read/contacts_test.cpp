#include <doctest/doctest.h>

#include "read/contacts.h"

using namespace yokoten;

namespace {

struct ReadContacts {
  Findings findings;
  Contacts contacts;

  explicit ReadContacts(const std::string& text)
      : contacts(read_contacts(text, "contacts.toml", findings)) {}
  std::string code() const { return findings.empty() ? "" : findings.front().code; }
  int row() const { return findings.empty() ? 0 : findings.front().place.row; }
};

std::string department(const std::string& line) {
  return "[department]\nname = \"課\"\n" + line + '\n';
}

}  // namespace

TEST_CASE("a department, a centre and associations are read") {
  const ReadContacts read(
      "[department]\nname = \"課\"\nphone = \"0857-26-7000\"\n"
      "[centre]\nname = \"相談センター\"\nrun_by = \"団体\"\nurl = \"https://example.jp/\"\n"
      "as_of = 2025-09-30\n"
      "[[association]]\nname = \"甲\"\nemail = \"a@example.jp\"\n"
      "[[association]]\nname = \"乙\"\nphone = \"0120-000-000 内線 12\"\n");
  CHECK(read.findings.empty());
  CHECK(read.contacts.department->phone == "0857-26-7000");
  CHECK(read.contacts.centre->run_by == "団体");
  CHECK(to_text(*read.contacts.centre->as_of) == "2025-09-30");
  CHECK(read.contacts.associations.size() == 2);
}

TEST_CASE("an empty file names nobody") { CHECK(ReadContacts("").contacts.empty()); }

TEST_CASE("who can't be reached is named at the table") {
  const ReadContacts read("\n[department]\nname = \"課\"\n");
  CHECK(read.code() == "contact.unreachable");
  CHECK(read.row() == 2);
}

TEST_CASE("telephone numbers as offices write them are understood") {
  for (const char* number : {"0857-26-7000", "(0857)26-7000", "+81 857 26 7000", "0120-000-000",
                             "0857-26-7000 内線 123"}) {
    CAPTURE(number);
    CHECK(ReadContacts(department("phone = \"" + std::string(number) + '"')).findings.empty());
  }
}

TEST_CASE("what is no telephone number is named at its value") {
  for (const char* number :
       {"０８５７-26-7000", "857-26-7000", "0857", "電話", "0857-26-7000-00000"}) {
    CAPTURE(number);
    const ReadContacts read(department("phone = \"" + std::string(number) + '"'));
    CHECK(read.code() == "contact.phone");
    CHECK(read.row() == 3);
  }
}

TEST_CASE("what is no e-mail address is named") {
  for (const char* email :
       {"a", "a@b", "@example.jp", "a@example.jp.", "a b@example.jp", "a@b@example.jp"}) {
    CAPTURE(email);
    CHECK(ReadContacts(department("email = \"" + std::string(email) + '"')).code() ==
          "contact.email");
  }
}

TEST_CASE("what is still to be written is not judged") {
  CHECK(ReadContacts(department("phone = \"【記入: 電話番号】\"")).findings.empty());
}

TEST_CASE("an address that is not secure is named") {
  CHECK(ReadContacts(department("url = \"http://example.jp/\"")).code() == "contact.url");
  CHECK(ReadContacts(department("url = \"javascript:alert(1)\"")).code() == "contact.url");
}

TEST_CASE("a centre without a date is named") {
  const ReadContacts read("[centre]\nname = \"相談センター\"\nphone = \"0857-26-7000\"\n");
  CHECK(read.code() == "toml.missing");
}

TEST_CASE("a centre's date may be a month, and nothing else than a date") {
  const auto with = [](const std::string& as_of) {
    return ReadContacts("[centre]\nname = \"相談センター\"\nphone = \"0857-26-7000\"\nas_of = " +
                        as_of);
  };
  CHECK(with("\"2025-09\"").findings.empty());
  CHECK(with("\"去年\"").code() == "toml.type");
}

TEST_CASE("a department has no operator") {
  CHECK(ReadContacts(department("phone = \"0857-26-7000\"\nrun_by = \"x\"")).code() ==
        "toml.unknown");
}

TEST_CASE("tel is told to be phone") {
  const ReadContacts read(department("phone = \"0857-26-7000\"\ntel = \"0857-26-7001\""));
  REQUIRE(read.findings.size() == 1);
  CHECK(read.row() == 4);
  CHECK(to_line(read.findings.front(), Language::en).find("phone") != std::string::npos);
}
