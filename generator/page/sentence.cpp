#include "page/sentence.h"

#include <algorithm>

#include "base/count_text.h"
#include "page/common_period.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/pace.h"
#include "page/progress_text.h"
#include "page/shared_end.h"
#include "page/target_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// Shares and scores are high or low, what is counted is much or little.
bool is_height(const Book& book, const Indicator& indicator) {
  return indicator.unit == "%" || indicator.unit == book.word("sentence.score_unit");
}

/// The words for more and less of one indicator.
struct Words {
  const Book& book;
  bool height;

  std::string of(const char* high, const char* many) const {
    return book.word(std::string("sentence.") + (height ? high : many));
  }
  std::string more(bool is_more) const { return is_more ? of("high", "many") : of("low", "few"); }
  std::string most(bool is_more) const {
    return is_more ? of("highest", "most") : of("lowest", "fewest");
  }
  std::string from(bool is_more) const {
    return is_more ? of("from_high", "from_many") : of("from_low", "from_few");
  }
  std::string has_become(bool is_more) const {
    return is_more ? of("rose", "grew") : of("fell", "shrank");
  }
  std::string become(bool is_more) const {
    return is_more ? of("rise", "grow") : of("fall", "shrink");
  }
};

/// Writes the sentences of one figure.
class Writer {
 public:
  Writer(const Book& book, const Figure& figure)
      : book_(book),
        figure_(figure),
        indicator_(book.indicator(figure.indicator)),
        words_{book, is_height(book, indicator_)} {}

  std::string worded(const std::string& word) const {
    return say("value", {name(figure_.area), with_details(word)});
  }

  std::string all() const {
    std::string text;
    for (const std::string& sentence :
         {opening(), prefectural(), ends(), nation(), before(), target()})
      add_sentence(book_, text, sentence);
    return text;
  }

 private:
  const std::string& name(int area) const { return book_.areas.at(area).name; }
  std::string say(const char* key, const std::vector<std::string>& values) const {
    return book_.word(std::string("sentence.") + key, values);
  }
  bool is_planned() const { return figure_.observation && figure_.observation->has(planned); }

  // 24.7%（2024年9月13日時点、234 / 948事業所）
  std::string detailed_value() const { return with_details(value_text(book_, figure_)); }

  std::string with_details(const std::string& value) const {
    std::string detail = bare_as_of_text(book_, figure_);
    const auto add = [&](const std::string& text) { add_listed(book_, detail, text); };
    add(parts_text(book_, figure_));
    for (const std::string& flag : flag_words(book_, figure_)) add(flag);
    return detail.empty() ? value : say("detail", {value, detail});
  }

  std::string missing() const {
    const Missing reason = figure_.observation ? figure_.observation->missing : indicator_.absent;
    return say(("missing_" + std::string(to_text(reason))).c_str(), {name(figure_.area)});
  }

  std::string opening() const {
    if (figure_.is_bound()) return say("bound", {name(figure_.area), detailed_value()});
    if (!figure_.has_value()) return missing();
    const AreaLevel level = book_.areas.at(figure_.area).level;
    const Rank* rank = level == AreaLevel::nation ? nullptr : rank_of(book_, figure_, false);
    const std::string where = rank ? place(*rank, kind_of(level), count_of(level)) : std::string();
    if (where.empty()) return say("value", {name(figure_.area), detailed_value()});
    return say("value_ranked", {name(figure_.area), detailed_value(), where});
  }

  // What an area is one of; in a prefecture's publication, one of its municipalities.
  std::string kind_of(AreaLevel level) const {
    if (level == AreaLevel::prefecture || book_.home == Areas::nation)
      return kind_word(book_, level);
    return municipality_word(book_, book_.home);
  }
  int count_of(AreaLevel level) const {
    const bool is_all = level == AreaLevel::municipality && book_.home == Areas::nation;
    return static_cast<int>(
        is_all ? book_.areas.municipalities().size()
               : book_.areas.children(level == AreaLevel::prefecture ? Areas::nation : book_.home)
                     .size());
  }

  // 47都道府県中、高いほうから12位.
  std::string place(const Rank& rank, const std::string& kind, int all) const {
    if (rank.of < 2) return {};
    const std::string scope =
        say(rank.of == all ? "scope" : "scope_known", {count_text(rank.of), kind});
    if (rank.tied == rank.of) return say("place_all_same", {scope});
    if (rank.tied > 1 && !tells_apart(&rank))
      return say("place_mostly_same", {scope, count_text(rank.tied), kind});
    const bool more_is_first = indicator_.better != Better::lower;
    const bool first = rank.place == 1, last = rank.place + rank.tied - 1 == rank.of;
    const std::string others = count_text(rank.tied - 1), number = count_text(rank.place);
    if (first || last) {
      const std::string most = words_.most(first == more_is_first);
      return rank.tied == 1 ? say("place_end", {scope, number, most})
                            : say("place_end_tied", {scope, number, most, others, kind});
    }
    const std::string from = words_.from(more_is_first);
    return rank.tied == 1 ? say("place", {scope, from, number})
                          : say("place_tied", {scope, from, number, others, kind});
  }

  // Among the municipalities of its prefecture.
  std::string prefectural() const {
    if (!figure_.has_value() || book_.areas.at(figure_.area).level != AreaLevel::municipality)
      return {};
    const int whole = book_.areas.prefecture_of(figure_.area);
    const Rank* rank = rank_of(book_, figure_, true);
    if (rank == nullptr || book_.home == whole) return {};
    const std::string where = place(*rank, municipality_word(book_, whole),
                                    static_cast<int>(book_.areas.children(whole).size()));
    return where.empty() ? where : say("prefectural", {name(whole), where});
  }

  // 鳥取県の24.7%; of several with the same figure 鳥取県など2都道府県の24.7%.
  std::string end_text(const SharedEnd& end, const Figure& figure, const std::string& kind) const {
    const std::string value = value_text(book_, figure);
    return end.count == 1
               ? say("end_of", {name(end.area), value})
               : say("end_of_several", {name(end.area), count_text(end.count), kind, value});
  }

  // Who is at the ends below the area, where all are known at its period: of a list of the
  // highest, the last is not the lowest.
  std::string ends() const {
    const AreaLevel level = book_.areas.at(figure_.area).level;
    if (level == AreaLevel::municipality || !figure_.has_value()) return {};
    const bool nation = level == AreaLevel::nation;
    const auto figures = nation ? figures_of_level(book_, figure_.indicator, AreaLevel::prefecture)
                                : figures_below(book_, figure_.indicator, figure_.area);
    if (figures.size() < 2 || figures.size() != book_.areas.children(figure_.area).size() ||
        std::any_of(figures.begin(), figures.end(), [&](const Figure& each) {
          return is_of_other_period(each, figure_.observation->period);
        }))
      return {};
    const std::string kind =
        nation ? kind_word(book_, AreaLevel::prefecture) : municipality_word(book_, figure_.area);
    const SharedEnd highest = first_end(book_, figures), lowest = last_end(book_, figures);
    if (highest.count == figures.size()) return say("ends_same", {kind});
    return say("ends", {kind, end_text(highest, figures.front(), kind),
                        words_.of("highest_and", "most_and"),
                        end_text(lowest, figures.back(), kind), words_.most(false)});
  }

  // Whether an area's figure can be held against the nation's: a number of offices can't.
  bool is_like_the_nation() const {
    return indicator_.kind != IndicatorKind::count || !indicator_.adds_up;
  }

  std::string nation() const {
    if (figure_.area == Areas::nation || indicator_.count_areas || !is_like_the_nation()) return {};
    const int period = figure_.observation == nullptr ? -1 : figure_.observation->period;
    const Figure whole = figure_at(book_, figure_.indicator, Areas::nation, period);
    if (!whole.has_value()) return {};
    if (whole.is_planned() && !is_planned()) return {};
    // A plan is not higher or lower than what is known.
    if (!figure_.has_value() || whole.is_planned() != is_planned())
      return say("nation", {dated(whole)});
    return compared(whole, dated(whole), "nation");
  }

  // The nation's value with its date where that is another.
  std::string dated(const Figure& whole) const {
    const std::string value = value_text(book_, whole);
    const bool same =
        figure_.observation != nullptr && whole.observation->period == figure_.observation->period;
    return same ? value : say("detail", {value, as_of_text(book_, whole)});
  }

  std::string compared(const Figure& other, const std::string& said, const std::string& key) const {
    const auto apart = points_between(book_, figure_, other);
    const int sign = compare_figures(book_, figure_, other);
    if (!apart) return {};
    if (sign == 0) return say((key + "_same").c_str(), {said});
    if (apart->mantissa == 0) return say((key + "_nearly").c_str(), {said});
    return say(
        (key + "_than").c_str(),
        {said, distance_text(book_, figure_.indicator, magnitude(*apart)), words_.more(sign > 0)});
  }

  static Decimal magnitude(Decimal number) {
    return {number.mantissa < 0 ? -number.mantissa : number.mantissa, number.scale};
  }

  // Of what is planned nothing has risen or fallen yet.
  std::string before() const {
    if (figure_.is_bound() || figure_.is_planned()) return {};
    const Figure earlier = figure_before(book_, figure_);
    if (!earlier.has_value()) return {};
    const std::string when = period_text(book_, earlier), value = value_text(book_, earlier);
    if (!figure_.has_value()) return say("before_missing", {when, value});
    const auto apart = points_between(book_, figure_, earlier);
    const int sign = compare_figures(book_, figure_, earlier);
    if (!apart) return {};
    if (sign == 0) return say("before_same", {when, value});
    if (apart->mantissa == 0) return say("before_nearly", {when, value});
    return say("before_than",
               {when, value, distance_text(book_, figure_.indicator, magnitude(*apart)),
                words_.has_become(sign > 0)});
  }

  std::string target() const {
    const Target* target = target_of(book_, figure_);
    if (target == nullptr) return last_target();
    if (!target->number && target->kind != Target::Kind::not_set)
      return say("aim", {std::to_string(target->year), target->text});
    const std::string dated = dated_target_text(book_, figure_.indicator, *target);
    if (is_reached(book_, figure_, *target)) return say("reached", {dated});
    if (figure_.is_bound()) {
      const std::string most = progress_text(book_, figure_, *target);
      return most.empty() ? most : say("to_reach", {dated, most});
    }
    const std::string gap = gap_text(book_, figure_, *target);
    return gap.empty() ? gap : to_reach(*target, dated, gap);
  }

  // Of a target whose date is past; where a later one is set, that alone is told.
  std::string last_target() const {
    const Target* target = last_target_of(book_, figure_);
    if (target == nullptr) return {};
    const TargetEnd end = end_of(book_, figure_.indicator, *target);
    const std::string dated = dated_target_text(book_, figure_.indicator, *target);
    if (end.figure.observation == nullptr) return without_end(*target, dated);
    if (!end.is_met && !end.figure.has_value()) return {};
    return say(end.is_met ? "met" : "missed",
               {dated, period_text(book_, end.figure), value_text(book_, end.figure)});
  }

  // The newest figure is older than the date of the target.
  std::string without_end(const Target& target, const std::string& dated) const {
    if (is_reached(book_, figure_, target)) return say("reached", {dated});
    const std::string gap = gap_text(book_, figure_, target);
    return gap.empty() ? gap : say("to_reach_late", {dated, gap, due_text(target)});
  }

  std::string due_text(const Target& target) const {
    return date_text(book_, period_of(due_of(target)));
  }

  std::string to_reach(const Target& target, const std::string& dated,
                       const std::string& gap) const {
    const auto pace = pace_to(book_, figure_, target);
    if (!pace) return say("to_reach", {dated, gap});
    const std::string each = say(pace->by_year ? "pace_year" : "pace_month",
                                 {distance_text(book_, figure_.indicator, pace->each)});
    const bool up = !is_ceiling(book_, figure_.indicator, target);
    return say("to_reach_pace", {dated, gap, due_text(target), each, words_.become(up)});
  }

  static Period period_of(Date day) {
    return {PeriodKind::day, static_cast<std::int16_t>(day.year),
            static_cast<std::int8_t>(day.month), static_cast<std::int8_t>(day.day)};
  }

  const Book& book_;
  const Figure& figure_;
  const Indicator& indicator_;
  Words words_;
};

}  // namespace

std::string figure_sentence(const Book& book, const Figure& figure) {
  return Writer(book, figure).all();
}

std::string worded_sentence(const Book& book, const Figure& figure, const std::string& word) {
  return Writer(book, figure).worded(word);
}

std::string better_text(const Book& book, int indicator) {
  const Better better = book.indicator(indicator).better;
  if (better == Better::none) return {};
  const Words words{book, is_height(book, book.indicator(indicator))};
  return better == Better::higher ? words.of("better_higher", "better_more")
                                  : words.of("better_lower", "better_fewer");
}

}  // namespace yokoten
