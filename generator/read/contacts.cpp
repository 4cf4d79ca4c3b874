#include "read/contacts.h"

#include <algorithm>
#include <cctype>

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

constexpr std::string_view extension = "内線";

// 0857-00-0000, 0120（000）000, +81 857 00 0000, each with 内線 0000 behind it.
bool is_phone(std::string_view text) {
  const std::string_view number = text.substr(0, text.find(extension));
  const auto digits = std::count_if(number.begin(), number.end(),
                                    [](unsigned char each) { return std::isdigit(each) != 0; });
  const bool plain = number.find_first_not_of("0123456789-() +") == std::string_view::npos;
  const bool begins =
      number.starts_with('0') || number.starts_with("(0") || number.starts_with('+');
  return plain && begins && digits >= 9 && digits <= 13;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != 0 && at != std::string_view::npos && text.find('@', at + 1) == text.npos &&
         text.find('.', at) != text.npos && !text.ends_with('.') &&
         text.find_first_of(" <>\"'()") == text.npos;
}

/// Reads one table of contacts.toml.
class ContactReader {
 public:
  ContactReader(const TomlNode& node, Findings& findings)
      : reader_(node, findings), findings_(findings) {
    contact_.place = node.place;
  }

  // Addresses change, and some sources print them badly: a centre says as of when its stood.
  Contact read_centre() {
    contact_.run_by = reader_.text("run_by");
    if (const TomlNode* node = reader_.require("as_of").take("as_of")) {
      contact_.as_of = node_period(*node);
      if (!contact_.as_of)
        report_type(findings_, *node, {"日付（2025-09-30）か月", "a date (2025-09-30) or a month"});
    }
    return read();
  }

  Contact read() {
    if (reader_.take("tel") != nullptr)
      report_error(findings_, reader_.place("tel"), "toml.unknown",
                   {"キーtelはここにはありません。電話番号はphoneに書きます",
                    "there is no key tel here; a telephone number is phone"});
    contact_.name = reader_.required_text("name");
    contact_.about = reader_.text("about");
    contact_.address = reader_.text("address");
    contact_.hours = reader_.text("hours");
    contact_.phone = checked("phone", is_phone,
                             {"電話番号は \"0857-00-0000\" のように半角で書いてください",
                              "write the telephone number as \"0857-00-0000\""});
    contact_.email =
        checked("email", is_email,
                {"メールアドレスではありません。name@example.jp のように書いてください",
                 "this is no e-mail address; write it as name@example.jp"});
    contact_.url =
        checked("url",
                [](std::string_view text) {
                  return text.starts_with("https://") && text.find_first_of(" \"<>") == text.npos;
                },
                {"アドレスは https:// で始めてください", "the address begins with https://"});
    if (contact_.phone.empty() && contact_.email.empty() && contact_.url.empty())
      report_error(findings_, contact_.place, "contact.unreachable",
                   {"連絡のしかたがありません。phone、email、url のどれかを書いてください",
                    "there is no way to reach it; write phone, email or url"});
    return std::move(contact_);
  }

 private:
  std::string checked(std::string_view key, bool (*fits)(std::string_view), Message message) {
    std::string text = reader_.text(key);
    // What is still to be written is named as such (publication.unfilled).
    const bool unfilled = text.find("【記入") != text.npos;
    if (!text.empty() && !unfilled && !fits(text))
      report_error(findings_, reader_.place(key), "contact." + std::string(key),
                   std::move(message));
    return text;
  }

  TomlReader reader_;
  Findings& findings_;
  Contact contact_;
};

}  // namespace

Contacts read_contacts(std::string_view bytes, const std::string& file, Findings& findings) {
  Contacts contacts;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return contacts;
  TomlReader reader(*root, findings);
  if (const TomlNode* node = reader.take("department", Kind::table))
    contacts.department = ContactReader(*node, findings).read();
  if (const TomlNode* node = reader.take("centre", Kind::table))
    contacts.centre = ContactReader(*node, findings).read_centre();
  for (const TomlNode& node : reader.items("association", Kind::list))
    contacts.associations.push_back(ContactReader(node, findings).read());
  return contacts;
}

}  // namespace yokoten
