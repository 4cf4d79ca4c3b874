#include "page/similar_cases.h"
#include "page/wording.h"

#include <algorithm>

namespace yokoten {
namespace {

// What is shared by up to half of all cases, and by more.
constexpr int theme_points = 4, technology_points = 4, service_points = 3, common_points = 1;
constexpr int area_points = 2, size_points = 1;

/// Compares one case with the others of a publication.
class Likeness {
 public:
  Likeness(const Publication& publication, const Areas& areas, int home, const GoodPractice& own)
      : publication_(publication), areas_(areas), home_(home), own_(own) {}

  SimilarCase with(const GoodPractice& other) const {
    SimilarCase made{.practice = &other};
    const CaseWords& words = publication_.case_words;
    add_words(&GoodPractice::themes, words.themes, theme_points, other, made.themes, made);
    add_words(&GoodPractice::technologies, words.technologies, technology_points, other,
              made.technologies, made);
    for (const ServiceType* each : own_.services)
      if (has_service(other, each)) {
        made.services.emplace_back(name_in(*each, publication_.language));
        made.score +=
            weight(service_points, [&](const auto& one) { return has_service(one, each); });
      }
    if (made.score == 0) return made;
    made.area = shared_area(other);
    made.score += made.area == Areas::none ? 0 : area_points;
    made.same_size = !own_.size.empty() && own_.size == other.size;
    made.score += made.same_size ? size_points : 0;
    return made;
  }

 private:
  using Codes = std::vector<std::string> GoodPractice::*;

  static bool has_code(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  }

  static bool has_service(const GoodPractice& practice, const ServiceType* service) {
    const auto& all = practice.services;
    return std::find(all.begin(), all.end(), service) != all.end();
  }

  template <typename Has>
  int weight(int points, Has has) const {
    const auto& all = publication_.practices;
    const auto with = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), has));
    return 2 * with > all.size() ? common_points : points;
  }

  void add_words(Codes codes, const std::vector<CaseWord>& words, int points,
                 const GoodPractice& other, std::vector<std::string>& shared,
                 SimilarCase& made) const {
    for (const std::string& code : own_.*codes) {
      if (!has_code(other.*codes, code)) continue;
      if (const CaseWord* word = case_word(words, code)) shared.push_back(word->title);
      made.score += weight(points, [&](const auto& one) { return has_code(one.*codes, code); });
    }
  }

  // The same municipality; in a publication about the nation the same prefecture too.
  int shared_area(const GoodPractice& other) const {
    const auto own = areas_of(own_, areas_), others = areas_of(other, areas_);
    for (const int area : own)
      if (area != Areas::nation && std::find(others.begin(), others.end(), area) != others.end())
        return area;
    if (home_ != Areas::nation) return Areas::none;
    for (const int area : own)
      for (const int another : others)
        if (area != Areas::nation && areas_.prefecture_of(area) == areas_.prefecture_of(another))
          return areas_.prefecture_of(area);
    return Areas::none;
  }

  const Publication& publication_;
  const Areas& areas_;
  int home_;
  const GoodPractice& own_;
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
  std::stable_sort(found.begin(), found.end(), [](const SimilarCase& a, const SimilarCase& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.practice->slug < b.practice->slug;
  });
  if (found.size() > most) found.resize(most);
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
