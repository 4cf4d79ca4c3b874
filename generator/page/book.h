#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/area.h"
#include "model/chart.h"
#include "model/corrected_figures.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"
#include "model/release_changes.h"
#include "page/case_tags.h"
#include "page/ruby.h"
#include "page/terms.h"

namespace yokoten {

/// An indicator's figure for an area, at its newest period unless said otherwise.
struct Figure {
  int indicator = -1;
  int area = Areas::nation;
  int breakdown = 0;
  FoundObservation observation;  ///< nullptr: the indicator has none for this area

  bool has_value() const { return observation != nullptr && observation->value.has_value(); }
  bool is_bound() const {
    return observation != nullptr && !observation->value && observation->lower.has_value();
  }
  bool is_hidden() const {
    return observation != nullptr && observation->missing == Missing::suppressed;
  }
  bool is_planned() const { return observation != nullptr && observation->has(planned); }
  bool is_zero() const {
    const UnnotedNumbers shows_no_number;
    return has_value() && observation->value->mantissa == 0;
  }
};

/// Notices which figures are written on a page.
struct FigureWatch {
  FoundObservation observation;
  bool seen = false;                             ///< that one was
  std::vector<const Correction*> corrections{};  ///< of a figure that was written
  std::vector<const Correction*> below{};        ///< of what a figure was made from
};

/// Figures with a value by indicator, highest first.
struct FigureLists {
  std::vector<std::vector<Figure>> prefectures, municipalities;
  /// Of the municipalities those that can be told apart on a small picture.
  std::vector<std::vector<Figure>> apart{};
  /// Those of the municipalities of one prefecture, by indicator, then prefecture: each made when
  /// it is first asked for.
  std::vector<std::map<int, std::vector<Figure>>> below{};
  std::mutex guard{};  ///< of `below`
};

class DatedFigures;

/// By indicator and period the breakdowns that any area has a figure or a reason of.
using KnownParts = std::vector<std::map<int, std::set<int>>>;

/// What reading, measuring and checking had to say. Who looks is noted.
class ToldFindings {
 public:
  ToldFindings(const Findings& all) : all_(all) {}

  const Findings& all() const { return looked_at_for(Areas::nation); }
  /// Also all, for who looks only at those that concerns() says of a page about this area.
  const Findings& looked_at_for(int area) const {
    read_notes::add_findings(area == Areas::none ? Areas::nation : area);
    return all_;
  }

 private:
  const Findings& all_;
};

/// How periods are called, by their numbers; of a period to which figures are true, 時点.
struct PeriodTexts {
  std::vector<std::string> bare, as_of;
};

/// Everything that pages are made from. Nothing in it changes while pages are rendered.
struct Book {
  const Publication& publication;
  const Areas& areas;
  const Measured& measured;
  ToldFindings findings;
  const Draw& draw;
  int home = Areas::nation;              ///< what pages about no area are about; made by prepare()
  FigureWatch* watch = nullptr;          ///< of one page; each is rendered with a copy of the book
  bool hides = false;                    ///< whether any figure is suppressed; made by prepare()
  std::shared_ptr<FigureLists> lists{};  ///< made by prepare()
  std::shared_ptr<const DatedFigures> dated{};      ///< made by prepare()
  std::shared_ptr<const KnownParts> known_parts{};  ///< of indicators with `by`; made by prepare()
  std::shared_ptr<const CorrectedFigures> corrected_figures{};  ///< made by prepare()
  std::shared_ptr<const PlaceReadings> places{};                ///< made by prepare()
  std::shared_ptr<const std::vector<CaseTag>> tags{};           ///< made by prepare()
  std::shared_ptr<const ReleaseHistory> history{};              ///< made by prepare()

  /// The words of the publication, found faster than there; made by prepare().
  std::shared_ptr<const std::unordered_map<std::string_view, const std::string*>> words{};
  std::shared_ptr<const ChartWords> chart_words{};    ///< made by prepare()
  std::shared_ptr<const PeriodTexts> period_texts{};  ///< made by prepare(); of periods until then
  std::shared_ptr<const Terms> terms{};  ///< made by prepare(); none without a glossary

  void prepare();
  /// What prepare() has made of figures that say something else now.
  void follow(const std::vector<FoundObservation>& changed);
  /// What cases are sorted by, as far as there is a case.
  std::span<const CaseTag> case_tags() const {
    return tags ? std::span<const CaseTag>(*tags) : std::span<const CaseTag>();
  }
  /// Whether the area is one of the publication: a prefecture's is about no other prefecture.
  bool is_about(int area) const;
  /// The areas of a level that the publication is about.
  std::vector<int> areas_at(AreaLevel level) const;
  /// A word of templates/words (`state.not_published`); the key itself where it is not there.
  const std::string& word(const std::string& key) const;
  /// A word with `{}` places, filled in order.
  std::string word(const std::string& key, const std::vector<std::string>& values) const;
  const Indicator& indicator(int id) const {
    return publication.indicators[static_cast<std::size_t>(id)];
  }
  const Source& source(int id) const { return publication.sources[static_cast<std::size_t>(id)]; }
  const Table& table(int id) const { return publication.tables[static_cast<std::size_t>(id)]; }
};

/// The newest figure, which is no plan unless there is nothing else (Cube::latest); `part` is a
/// code of the indicator's `by`, empty for the total.
Figure newest_figure(const Book& book, int indicator, int area, const std::string& part = {});

/// The indicator's figures for the area, oldest first: values, with those that only an earlier
/// release has (what was published once is a point of the trend), bounds, and the reasons of
/// periods that have no value, of today's sources. Only what has a date.
std::vector<Figure> dated_figures(const Book& book, int indicator, int area);
/// Whether the figure is from an earlier release, and from none of today's sources.
bool is_from_release(const Figure& figure);

/// The last one with a value before it in its series, of a plan the plan before it; without
/// observation where there is none, and for parts.
Figure figure_before(const Book& book, const Figure& figure);

/// The value as shown: rounded half up from the exact ratio; a lower bound is rounded down, since
/// 「少なくとも 6.5%」 would claim too much of 6.49. Empty where there is none.
std::optional<Decimal> shown_value(const Book& book, const Figure& figure);
/// Tells the book's watch, if it has one, that the figure stands on the page. What reads figures by
/// the functions of this file needs not do so.
void notice(const Book& book, const Figure& figure);

/// How far a lies above b, in points of a percentage or in the unit: from the exact parts, rounded
/// once. Empty where one of them has no value.
std::optional<Decimal> points_between(const Book& book, const Figure& a, const Figure& b);
/// -1, 0 or 1 as a lies below, at or above b, by the exact parts. Both have values.
int compare_figures(const Book& book, const Figure& a, const Figure& b);

std::string number_text(const Book& book, const Figure& figure);      ///< 24.7, empty if missing
std::string value_text(const Book& book, const Figure& figure);       ///< 24.7%, or a word
std::string bare_value_text(const Book& book, const Figure& figure);  ///< the same without unit
std::string missing_text(const Book& book, const Figure& figure);
std::string period_text(const Book& book, const Figure& figure);  ///< 2024年9月13日; 2026年度、予定
std::string as_of_text(const Book& book, const Figure& figure);  ///< 2024年9月13日時点
/// The same without 予定, where tag words stand beside it.
std::string bare_period_text(const Book& book, const Figure& figure);
std::string bare_as_of_text(const Book& book, const Figure& figure);
std::string parts_text(const Book& book, const Figure& figure);       ///< 82 / 340事業所
std::string bare_parts_text(const Book& book, const Figure& figure);  ///< 82 / 340, for tables
std::string source_text(const Book& book, const Figure& figure);      ///< the source's publisher
/// The tag words of its flags: 暫定, 予定 …
std::vector<std::string> flag_words(const Book& book, const Figure& figure);
/// The same in one tag, for table cells.
std::string flag_tag(const Book& book, const Figure& figure);

/// Its place; nullptr where it has none. `prefectural`: among the municipalities of its prefecture.
const Rank* rank_of(const Book& book, const Figure& figure, bool prefectural);

/// Figures of the areas right below `area` that have a value, highest first; of one period where
/// they have it (common_period.h).
const std::vector<Figure>& figures_below(const Book& book, int indicator, int area);
/// Those of the municipalities of a prefecture, made for who asks once. Not noted.
std::vector<Figure> figures_inside(const Book& book, int indicator, int prefecture);
/// Figures of all municipalities or prefectures that have a value, likewise.
const std::vector<Figure>& figures_of_level(const Book& book, int indicator, AreaLevel level);
/// The same, of very many municipalities only those that lie apart on a small picture, the ends
/// among them.
const std::vector<Figure>& figures_apart(const Book& book, int indicator, AreaLevel level);
/// Those of some areas that have a value at that very period, highest first.
std::vector<Figure> figures_at(const Book& book, int indicator, std::span<const int> areas,
                               int period);
/// Of figures that fall on one place of a small picture the first; of few figures all.
std::vector<Figure> lying_apart(const std::vector<Figure>& figures);

/// 市町村 where the prefecture has all three kinds, 市区町村 in Tokyo …
std::string municipality_word(const Book& book, int prefecture);

}  // namespace yokoten
