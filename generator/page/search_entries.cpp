#include <fmt/format.h>

#include <set>

#include "model/case_words.h"
#include "page/case_tags.h"
#include "page/site.h"

namespace yokoten {
namespace {

void add_words(std::vector<std::string>& words, const std::vector<CaseWord>& known,
               const std::vector<std::string>& codes) {
  for (const std::string& code : codes)
    if (const CaseWord* word = case_word(known, code)) words.emplace_back(word->title);
}

SearchEntry indicator_entry(const Book& book, const Indicator& indicator) {
  const std::string framework = indicator.row ? indicator.row->title : indicator.framework;
  SearchEntry entry{SearchKind::indicator,
                    indicator.title,
                    indicator.stage,
                    "indicators/" + indicator.id + '/',
                    {book.word("page.find_indicator")}};
  for (const std::string* word :
       {&indicator.short_title, &indicator.numerator_name, &indicator.denominator_name,
        &indicator.stage, &indicator.group, &framework})
    if (!word->empty() && *word != indicator.title) entry.words.push_back(*word);
  return entry;
}

SearchEntry case_entry(const Book& book, const CaseEntry& each) {
  SearchEntry entry{each.is_project ? SearchKind::project : SearchKind::good_practice,
                    each.title,
                    each.place,
                    each.path,
                    {book.word(each.is_project ? "page.find_project" : "page.find_case")}};
  entry.words.push_back(each.place);
  if (each.practice == nullptr) return entry;
  const CaseWords& words = book.publication.case_words;
  for (const int area : areas_of(*each.practice, book.areas))
    entry.words.push_back(book.areas.at(area).name);
  for (const ServiceType* service : each.practice->services)
    entry.words.emplace_back(name_in(*service, book.publication.language));
  add_words(entry.words, words.themes, each.practice->themes);
  add_words(entry.words, words.technologies, each.practice->technologies);
  return entry;
}

}  // namespace

// On the page of its prefecture, else on the page that is made once; empty where it shows on none.
std::string Site::centre_address(std::size_t page, const ListedOffice& office) const {
  const CompiledPage& made = pages_[page];
  const bool known = office.area != Areas::none && office.area != Areas::nation;
  std::string path = made.path;
  if (made.front.each == Each::prefecture && known)
    path = book_.areas.path(book_.areas.prefecture_of(office.area));
  else if (made.front.each != Each::page || made.practice != nullptr || made.project != nullptr ||
           book_.publication.pages[page].is_case || book_.publication.pages[page].is_project)
    return {};
  const auto at = by_path_.find(path);
  if (at == by_path_.end() || instances_[at->second].page != page) return {};
  return path + '#' + office.anchor;
}

void Site::add_centres(std::vector<SearchEntry>& entries) const {
  std::set<std::pair<std::string, int>> told;
  for (const Each each : {Each::prefecture, Each::page})
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (pages_[page].front.each != each) continue;
      for (const auto& block : pages_[page].blocks) {
        if (block == nullptr) continue;
        for (const ListedOffice& office : block->centres(book_)) {
          const std::string path = centre_address(page, office);
          if (path.empty() || office.name.empty()) continue;
          if (!told.emplace(office.name, office.area).second) continue;
          const bool known = office.area != Areas::none && office.area != Areas::nation;
          const std::string where = known ? book_.areas.at(office.area).name : std::string();
          entries.push_back({SearchKind::centre,
                             office.name,
                             where,
                             path,
                             {book_.word("page.find_centre"), where}});
        }
      }
    }
}

std::vector<SearchEntry> Site::search_entries() const {
  std::vector<SearchEntry> entries;
  for (const Indicator& indicator : book_.publication.indicators)
    if (has_page("indicators/" + indicator.id + '/'))
      entries.push_back(indicator_entry(book_, indicator));
  for (const CaseEntry& each : cases_) entries.push_back(case_entry(book_, each));
  add_centres(entries);
  return entries;
}

}  // namespace yokoten
