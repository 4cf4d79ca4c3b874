#include "difference/moved_pages.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/hash.h"
#include "difference/page_lines.h"

namespace yokoten {
namespace {

/// By what a page is known again.
struct Subject {
  std::string content, heading;
};

// Pages of one edition and one kind (`en/`, `indicators/`): others can't be the same one.
std::string kind_of(const std::string& path) {
  const std::string edition = path.starts_with("en/") ? "en/" : "";
  const std::string rest = path.substr(edition.size());
  const std::size_t slash = rest.find('/');
  const bool is_embed = rest.starts_with("embed/");
  return edition + (is_embed ? "embed/" : "") + (slash == rest.npos ? "." : "/");
}

std::optional<Subject> subject_of(const Snapshot& side, const std::string& path) {
  const auto html = side.page(path);
  if (!html) return std::nullopt;
  std::string all;
  for (const std::string& line : page_lines(*html)) all += line + '\n';
  const std::string heading = page_heading(*html);
  return Subject{kind_of(path) + sha256(all), heading.empty() ? heading : kind_of(path) + heading};
}

std::string area_page(const std::string& code) {
  return code.size() == 6 ? "areas/" + code.substr(0, 2) + '/' + code + "/index.html"
                          : std::string();
}

/// Pairs what is gone with what has come.
class Pairing {
 public:
  Pairing(const Snapshot& before, const Snapshot& after, std::vector<std::string>& gone,
          std::vector<std::string>& come)
      : before_(before), after_(after), gone_(gone), come_(come) {}

  std::vector<MovedPage> paired(std::span<const AreaChange> changes) {
    pair_areas(changes);
    if (!gone_.empty() && !come_.empty()) {
      pair(&Subject::content, MovedPage::Why::content);
      pair(&Subject::heading, MovedPage::Why::heading);
    }
    std::sort(pairs_.begin(), pairs_.end(),
              [](const MovedPage& a, const MovedPage& b) { return a.from < b.from; });
    return std::move(pairs_);
  }

 private:
  void pair_areas(std::span<const AreaChange> changes) {
    for (const AreaChange& each : changes)
      for (const char* edition : {"", "en/"}) {
        const std::string from = edition + area_page(each.old_code);
        const std::string to = edition + area_page(each.new_code);
        if (std::find(gone_.begin(), gone_.end(), from) == gone_.end() ||
            !after_.pages.contains(to))
          continue;
        std::erase(gone_, from);
        std::erase(come_, to);
        pairs_.push_back({address_of_page(from), address_of_page(to), MovedPage::Why::boundary});
      }
  }

  using Known = std::map<std::string, std::vector<std::string>>;

  Known known(const Snapshot& side, const std::vector<std::string>& paths,
              std::map<std::string, Subject>& subjects, std::string Subject::*by) {
    Known made;
    for (const std::string& path : paths) {
      auto at = subjects.find(path);
      if (at == subjects.end())
        at = subjects.emplace(path, subject_of(side, path).value_or(Subject{})).first;
      if (!(at->second.*by).empty()) made[at->second.*by].push_back(path);
    }
    return made;
  }

  // Only what is the one page on both sides is taken for the same.
  void pair(std::string Subject::*by, MovedPage::Why why) {
    const Known then = known(before_, gone_, then_, by), now = known(after_, come_, now_, by);
    for (const auto& [subject, from] : then) {
      const auto to = now.find(subject);
      if (to == now.end() || from.size() != 1 || to->second.size() != 1) continue;
      pairs_.push_back({address_of_page(from.front()), address_of_page(to->second.front()), why});
      std::erase(gone_, from.front());
      std::erase(come_, to->second.front());
    }
  }

  const Snapshot &before_, &after_;
  std::vector<std::string>&gone_, &come_;
  std::map<std::string, Subject> then_, now_;
  std::vector<MovedPage> pairs_;
};

}  // namespace

std::vector<MovedPage> moved_pages(const Snapshot& before, const Snapshot& after,
                                   std::vector<std::string>& gone, std::vector<std::string>& come,
                                   std::span<const AreaChange> changes) {
  return Pairing(before, after, gone, come).paired(changes);
}

std::string page_path(const std::string& address) {
  return address.empty() || address.ends_with('/') ? address + "index.html" : address;
}

}  // namespace yokoten
