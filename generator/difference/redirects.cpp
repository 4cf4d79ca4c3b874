#include "difference/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace yokoten {
namespace {

// What means nothing to a server's configuration.
bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') ||
         std::string_view("/-_.~%").find(letter) != std::string_view::npos;
}

// `/kpi/` of https://example.go.jp/kpi/, `/` where there is none.
std::string base_path(const std::string& base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t slash = base_url.find('/', host == base_url.npos ? 0 : host + 3);
  std::string path;
  for (const char letter : slash == base_url.npos ? std::string("/") : base_url.substr(slash))
    path += is_plain(letter) ? std::string(1, letter)
                             : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  return path.ends_with('/') ? path : path + '/';
}

// Addresses hold a-z 0-9 - _ . and / only; of these a pattern takes the point for any letter.
std::string pattern_of(const std::string& address) {
  std::string made;
  for (const char letter : address)
    made += letter == '.' ? std::string("\\.") : std::string(1, letter);
  return made;
}

/// An address, and where it leads.
struct Rule {
  std::string from, to;
};

std::string head_of(RedirectForm form) {
  return form == RedirectForm::nginx
             ? "# Inside server { }: pages that have moved, by yokoten diff\n"
             : "# Pages that have moved, by yokoten diff\n";
}

/// What stands before, between and behind the two addresses of a line.
struct LineForm {
  std::string_view before, between, behind;
};

LineForm form_of(RedirectForm form) {
  switch (form) {
    case RedirectForm::nginx:
      return {"location = ", " { return 301 ", "; }\n"};
    case RedirectForm::apache:
      // Redirect would take all that lies below with it.
      return {"RedirectMatch 301 \"^", "$\" \"", "\"\n"};
    case RedirectForm::static_host:
      break;
  }
  return {"", " ", " 301\n"};
}

std::string line_of(const Rule& rule, RedirectForm form) {
  const auto [before, between, behind] = form_of(form);
  const std::string from = form == RedirectForm::apache ? pattern_of(rule.from) : rule.from;
  return fmt::format("{}{}{}{}{}", before, from, between, rule.to, behind);
}

// What line_of() wrote; nothing for other lines. `line` has its end.
std::optional<Rule> rule_of(std::string_view line, RedirectForm form) {
  const auto [before, between, behind] = form_of(form);
  const std::size_t middle = line.find(between, before.size());
  if (!line.starts_with(before) || !line.ends_with(behind) || middle == line.npos ||
      line.size() < middle + between.size() + behind.size())
    return std::nullopt;
  Rule rule{std::string(line.substr(before.size(), middle - before.size())),
            std::string(line.substr(middle + between.size(),
                                    line.size() - middle - between.size() - behind.size()))};
  if (form == RedirectForm::apache) std::erase(rule.from, '\\');
  return line_of(rule, form) == line && rule.from.starts_with('/') ? std::optional(rule)
                                                                   : std::nullopt;
}

std::vector<Rule> rules_of(const PageChanges& pages, const std::string& base_before,
                           const std::string& base_after) {
  std::vector<Rule> rules;
  for (const MovedPage& each : pages.moved) {
    rules.push_back({base_before + each.from, base_after + each.to});
    // Who has written the name of the file behind it.
    if (each.from.ends_with('/'))
      rules.push_back({base_before + each.from + "index.html", base_after + each.to});
  }
  for (const MovedPage& each : pages.moved_files)
    rules.push_back({base_before + each.from, base_after + each.to});
  return rules;
}

std::set<std::string> addresses_of(const Snapshot& side, const std::string& base) {
  std::set<std::string> addresses;
  for (const auto* paths : {&side.pages, &side.files})
    for (const auto& [path, hash] : *paths) {
      addresses.insert(base + path);
      addresses.insert(base + address_of_page(path));
    }
  return addresses;
}

/// Brings what earlier releases moved up to date.
class EarlierRules {
 public:
  EarlierRules(const std::vector<Rule>& rules, std::set<std::string> standing, RedirectForm form)
      : standing_(std::move(standing)), form_(form) {
    for (const Rule& each : rules) now_[each.from] = each.to;
  }

  // What somebody has put in between stays as it is.
  std::string kept(std::string_view text) const {
    std::string lines;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      line += '\n';
      const auto rule = rule_of(line, form_);
      lines += rule ? kept(*rule) : line;
    }
    return lines;
  }

 private:
  std::string kept(Rule rule) const {
    if (now_.contains(rule.from) || standing_.contains(rule.from)) return {};
    if (const auto at = now_.find(rule.to); at != now_.end()) rule.to = at->second;
    return line_of(rule, form_);
  }

  std::set<std::string> standing_;
  RedirectForm form_;
  std::map<std::string, std::string> now_;
};

}  // namespace

std::optional<RedirectForm> redirect_form(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  const std::string_view name = slash == file.npos ? file : file.substr(slash + 1);
  if (name == "_redirects") return RedirectForm::static_host;
  if (name == ".htaccess") return RedirectForm::apache;
  if (name.size() > 5 && name.ends_with(".conf")) return RedirectForm::nginx;
  return std::nullopt;
}

std::optional<std::string> redirects(const PageChanges& pages, RedirectForm form,
                                     const RedirectBases& bases, const Snapshot& after,
                                     const std::string& standing) {
  const std::string head = head_of(form);
  if (!standing.empty() && !standing.starts_with(head)) return std::nullopt;
  const std::vector<Rule> rules = rules_of(pages, base_path(bases.before), base_path(bases.after));
  std::string text = head;
  std::string_view earlier = std::string_view(standing).substr(standing.empty() ? 0 : head.size());
  text += EarlierRules(rules, addresses_of(after, base_path(bases.after)), form).kept(earlier);
  for (const Rule& each : rules) text += line_of(each, form);
  return text;
}

}  // namespace yokoten
