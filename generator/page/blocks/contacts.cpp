#include <fmt/format.h>

#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/row_lists.h"
#include "page/source_text.h"

namespace yokoten {
namespace {

// tel:0857000000 of 0857-00-0000 内線 12: an extension can't be dialled by a link, nor what is
// still to be filled in. A number is not broken at its blanks.
std::string phone_html(const std::string& phone) {
  std::string number;
  for (const char each : phone.substr(0, phone.find("内線")))
    if ((each >= '0' && each <= '9') || each == '+') number += each;
  if (number.empty()) return html_text(phone);
  std::string shown;
  for (const char each : phone) shown += each == ' ' ? "\u00A0" : std::string(1, each);
  return link_html("tel:" + number, shown);
}

constexpr const char *centre_kind = "contacts.centre", *centre_anchor = "office-centre";

View contact_view(const Book& book, const Contact& contact, const char* kind, const char* id) {
  std::vector<KeyRow> rows;
  const auto add = [&](const char* word, const std::string& html) {
    if (!html.empty()) rows.push_back({book.word(word), html});
  };
  const auto link = [](const std::string& href, const std::string& text) {
    return text.empty() ? std::string() : link_html(href, text);
  };
  add("contacts.about", html_text(contact.about));
  add("contacts.run_by", html_text(contact.run_by));
  add("contacts.phone", phone_html(contact.phone));
  add("contacts.email", link("mailto:" + contact.email, contact.email));
  add("contacts.url", link(contact.url, contact.url));
  add("contacts.address", html_text(contact.address));
  add("contacts.hours", html_text(contact.hours));
  View view = key_values_view(rows);
  const std::string note =
      contact.as_of ? book.word("contacts.as_of", {date_text(book, to_text(*contact.as_of))})
                    : std::string();
  view.text("id", id)
      .text("kind", book.word(kind))
      .text("title_html", html_text(contact.name))
      .text("note", note);
  return view;
}

/// Whom to ask: the department, the centre or the associations of contacts.toml.
class ContactList final : public Block {
 public:
  ContactList(Options& options, const char* kind, std::vector<Contact> contacts)
      : kind_(kind), contacts_(std::move(contacts)) {
    if (contacts_.empty())
      report_error(options.findings(), options.toml().place(), "contact.missing",
                   {"contacts.toml に書いてないので、ここに示すものがありません",
                    "contacts.toml has nothing to show here"});
  }

  std::vector<ListedOffice> centres(const Book& book) const override {
    std::vector<ListedOffice> all;
    if (kind_ == centre_kind)
      for (const Contact& each : contacts_) all.push_back({each.name, book.home, centre_anchor});
    return all;
  }

  std::string html(Context& context) const override {
    std::vector<View> entries;
    for (const Contact& each : contacts_) {
      const bool named = kind_ == centre_kind && context.first(centre_anchor);
      entries.push_back(
          contact_view(context.book, each, kind_.c_str(), named ? centre_anchor : ""));
    }
    return context.templates.filled("directory", View().list("entries", std::move(entries)));
  }

 private:
  std::string kind_;
  std::vector<Contact> contacts_;
};

std::vector<Contact> as_list(const std::optional<Contact>& contact) {
  return contact ? std::vector<Contact>{*contact} : std::vector<Contact>{};
}

}  // namespace

std::unique_ptr<Block> make_department(Options& options) {
  return std::make_unique<ContactList>(options, "contacts.department",
                                       as_list(options.book().publication.contacts.department));
}

std::unique_ptr<Block> make_centre(Options& options) {
  return std::make_unique<ContactList>(options, centre_kind,
                                       as_list(options.book().publication.contacts.centre));
}

std::unique_ptr<Block> make_associations(Options& options) {
  return std::make_unique<ContactList>(options, "contacts.association",
                                       options.book().publication.contacts.associations);
}

}  // namespace yokoten
