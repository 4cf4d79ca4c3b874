#include "page/similar_cases.h"
#include "base/lists.h"
#include "page/wording.h"

#include <algorithm>

namespace yokoten {
namespace {

// What is shared by up to half of all cases, and by more.
constexpr int theme_points = 4, technology_points = 4, service_points = 3, common_points = 1;
constexpr int area_points = 2, size_points = 1;

/// Something that a case has, and how much it tells where another has it too.
template <typename What>
struct Weighed {
  What what;
  int weight = 0;
};

/// Compares one case with the others of a publication.
class Likeness {
 public:
  Likeness(const Publication& publication, const Areas& areas, int home, const GoodPractice& own)
      : publication_(publication),
        areas_(areas),
        home_(home),
        own_(own),
        own_areas_(areas_of(own, areas)),
        themes_(weighed(&GoodPractice::themes, theme_points)),
        technologies_(weighed(&GoodPractice::technologies, technology_points)),
        services_(weighed(&GoodPractice::services, service_points)) {}

  /// What both have in common counts; how it is called is told by named().
  SimilarCase with(const GoodPractice& other) const {
    SimilarCase made{.practice = &other};
    made.score = score(themes_, other.themes) + score(technologies_, other.technologies) +
                 score(services_, other.services);
    if (made.score == 0) return made;
    made.area = shared_area(other);
    made.score += made.area == Areas::none ? 0 : area_points;
    made.same_size = !own_.size.empty() && own_.size == other.size;
    made.score += made.same_size ? size_points : 0;
    return made;
  }

  SimilarCase named(SimilarCase made) const {
    const CaseWords& words = publication_.case_words;
    made.themes = titles(words.themes, themes_, made.practice->themes);
    made.technologies = titles(words.technologies, technologies_, made.practice->technologies);
    for (const auto& [service, weight] : services_)
      if (holds(made.practice->services, service))
        made.services.emplace_back(name_in(*service, publication_.language));
    return made;
  }

 private:
  // What most cases have tells little.
  template <typename What>
  std::vector<Weighed<What>> weighed(std::vector<What> GoodPractice::*member, int points) const {
    const auto& all = publication_.practices;
    std::vector<Weighed<What>> made;
    for (const What& each : own_.*member) {
      const auto with = static_cast<std::size_t>(std::count_if(
          all.begin(), all.end(), [&](const auto& one) { return holds(one.*member, each); }));
      made.push_back({each, 2 * with > all.size() ? common_points : points});
    }
    return made;
  }

  template <typename What>
  static int score(const std::vector<Weighed<What>>& own, const std::vector<What>& others) {
    int sum = 0;
    for (const auto& [what, weight] : own) sum += holds(others, what) ? weight : 0;
    return sum;
  }

  static std::vector<std::string> titles(const std::vector<CaseWord>& words,
                                         const std::vector<Weighed<std::string>>& own,
                                         const std::vector<std::string>& others) {
    std::vector<std::string> made;
    for (const auto& [code, weight] : own)
      if (holds(others, code))
        if (const CaseWord* word = case_word(words, code)) made.push_back(word->title);
    return made;
  }

  // The same municipality; in a publication about the nation the same prefecture too.
  int shared_area(const GoodPractice& other) const {
    const auto others = areas_of(other, areas_);
    for (const int area : own_areas_)
      if (area != Areas::nation && std::find(others.begin(), others.end(), area) != others.end())
        return area;
    if (home_ != Areas::nation) return Areas::none;
    for (const int area : own_areas_)
      for (const int another : others)
        if (area != Areas::nation && areas_.prefecture_of(area) == areas_.prefecture_of(another))
          return areas_.prefecture_of(area);
    return Areas::none;
  }

  const Publication& publication_;
  const Areas& areas_;
  int home_;
  const GoodPractice& own_;
  std::vector<int> own_areas_;
  std::vector<Weighed<std::string>> themes_, technologies_;
  std::vector<Weighed<const ServiceType*>> services_;
};

}  // namespace

std::vector<SimilarCase> similar_cases(const Publication& publication, const Areas& areas, int home,
                                       const GoodPractice& practice, std::size_t most) {
  const Likeness likeness(publication, areas, home, practice);
  std::vector<SimilarCase> found;
  for (const GoodPractice& each : publication.practices) {
    if (each.slug == practice.slug) continue;
    if (SimilarCase made = likeness.with(each); made.score > 0) found.push_back(std::move(made));
  }
  const std::size_t shown = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(),
                    [](const SimilarCase& a, const SimilarCase& b) {
                      if (a.score != b.score) return a.score > b.score;
                      return a.practice->slug < b.practice->slug;
                    });
  found.resize(shown);
  for (SimilarCase& each : found) each = likeness.named(std::move(each));
  return found;
}

std::string similar_text(const Book& book, const SimilarCase& similar) {
  std::string text;
  const auto add = [&](const char* word, const std::string& what) {
    if (!what.empty()) add_sentence(book, text, book.word(word, {what}) + book.word("join.stop"));
  };
  add("case.same_theme", joined(book, similar.themes));
  add("case.same_technology", joined(book, similar.technologies));
  add("case.same_service", joined(book, similar.services));
  if (similar.area != Areas::none)
    add("case.same_area", place_name(book.areas, book.home, similar.area));
  if (similar.same_size)
    add_sentence(book, text, book.word("case.same_size") + book.word("join.stop"));
  return text;
}

}  // namespace yokoten
