#include "read/indicator_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/report.h"
#include "model/toml_reader.h"
#include "read/indicator_formula.h"
#include "read/source_list.h"
#include "read/target.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

const std::vector<std::string> level_names = {"nation", "prefecture", "municipality"};

bool is_duration(std::string_view text) {
  if (text.size() < 3 || text.size() > 6 || text[0] != 'P' || text[1] == '0') return false;
  const std::string_view digits = text.substr(1, text.size() - 2);
  return digits.find_first_not_of("0123456789") == std::string_view::npos &&
         std::string_view("YMD").find(text.back()) != std::string_view::npos;
}

/// Reads the keys of one indicator's file.
class IndicatorReader {
 public:
  IndicatorReader(const TomlNode& root, const std::string& id, const KnownNames& known,
                  Findings& findings)
      : reader_(root, findings), known_(known) {
    out_.indicator.id = id;
    out_.indicator.place = root.place;
  }

  IndicatorText read();

 private:
  void read_words();
  void read_place_in_framework();
  void read_levels();
  void check_levels_of_reports();
  void read_sources();
  void read_absent();
  void read_by();
  void read_adding();
  void read_age();
  void read_targets();
  Target read_target(const TomlNode& node);
  void error(const Place& place, std::string code, Message message) {
    report_error(reader_.findings(), place, std::move(code), std::move(message));
  }

  TomlReader reader_;
  const KnownNames& known_;
  IndicatorText out_;
};

void IndicatorReader::read_words() {
  Indicator& indicator = out_.indicator;
  indicator.title = reader_.required_text("title");
  indicator.short_title = reader_.text("short_title");
  if (indicator.short_title.empty()) indicator.short_title = indicator.title;
  indicator.description = reader_.text("description");
  indicator.caution = reader_.text("caution");
  indicator.unit = reader_.text("unit");
  if (indicator.unit == "％") indicator.unit = "%";
  indicator.decimals = static_cast<int>(reader_.integer("decimals", 0, 6).value_or(0));
  indicator.numerator_name = reader_.text("numerator_name");
  indicator.denominator_name = reader_.text("denominator_name");
  indicator.count_unit = reader_.text("count_unit");
}

void IndicatorReader::read_place_in_framework() {
  Indicator& indicator = out_.indicator;
  const auto stage =
      reader_.choice("stage", {"基盤・環境の整備", "基盤・環境の活用", "効果をはかる"});
  if (stage) indicator.stage = reader_.text("stage");
  indicator.group = reader_.text("group");
  const auto better = reader_.choice("better", {"none", "higher", "lower"});
  indicator.better = static_cast<Better>(better.value_or(0));
  indicator.framework = reader_.text("framework");
  out_.framework_place = reader_.place("framework");
}

void IndicatorReader::read_levels() {
  for (const TomlNode& item : reader_.items("levels", Kind::list)) {
    const std::string name = item_text(item, reader_.findings());
    const auto at = std::find(level_names.begin(), level_names.end(), name);
    if (at == level_names.end() && !name.empty())
      report_error(
          reader_.findings(), item.place, "indicator.level",
          with_nearest({fmt::format("levels に書けるのは {} です", fmt::join(level_names, "、")),
                        fmt::format("levels holds some of {}", fmt::join(level_names, ", "))},
                       name, level_names));
    if (at != level_names.end())
      out_.indicator.levels.push_back(static_cast<AreaLevel>(at - level_names.begin()));
  }
}

// Reports are counted for the prefecture of their office, and for the nation.
void IndicatorReader::check_levels_of_reports() {
  const auto& levels = out_.indicator.levels;
  if (!is_from_reports(out_.indicator) ||
      std::find(levels.begin(), levels.end(), AreaLevel::municipality) == levels.end())
    return;
  error(reader_.place("levels"), "indicator.level",
        {"事業所の報告から数える指標は、国と都道府県だけで集計します。levels から municipality を"
         "除いてください",
         "what is counted from reports of offices is counted for prefectures and the nation only; "
         "take municipality out of levels"});
}

void IndicatorReader::read_sources() {
  for (const TomlNode& item : reader_.items("sources", Kind::list)) {
    out_.indicator.sources.push_back(item_text(item, reader_.findings()));
    check_known(reader_, item.place, "indicator.source", out_.indicator.sources.back(),
                ids_of(known_.sources));
  }
}

void IndicatorReader::read_absent() {
  const auto absent = reader_.choice("absent", {"not_published", "not_applicable", "not_reported",
                                                "not_set", "suppressed", "unknown"});
  if (absent) out_.indicator.absent = *parse_missing(reader_.text("absent"));
  const auto flag =
      reader_.choice("flag", {"provisional", "revised", "corrected", "bound", "planned"});
  if (flag) out_.indicator.flags = *parse_flag(reader_.text("flag"));
}

void IndicatorReader::read_by() {
  const std::string key = reader_.text("by");
  const TomlNode* total = reader_.take("total", Kind::truth);
  out_.indicator.total = total == nullptr || total->truth;
  if (total != nullptr && key.empty())
    error(total->place, "indicator.total",
          {"totalはbyと一緒に使います", "total goes together with by"});
  if (key.empty()) return;
  check_known(reader_, reader_.place("by"), "indicator.breakdown", key,
              breakdown_keys(out_.indicator, known_));
  out_.indicator.by = Selection{key, {}};
}

// A printed rate is no sum of those of its parts.
void IndicatorReader::read_adding() {
  const TomlNode* said = reader_.take("adds_up", Kind::truth);
  const Indicator& made = out_.indicator;
  out_.indicator.adds_up =
      said != nullptr ? said->truth : made.kind != IndicatorKind::count || made.unit != "%";
}

void IndicatorReader::read_age() {
  out_.indicator.next_expected = reader_.moment("next_expected");
  out_.indicator.stale_after = reader_.text("stale_after");
  if (out_.indicator.stale_after.empty() || is_duration(out_.indicator.stale_after)) return;
  error(reader_.place("stale_after"), "indicator.duration",
        {"期間はP6M、P1Y、P90Dの形です", "a duration looks like P6M, P1Y or P90D"});
}

Target IndicatorReader::read_target(const TomlNode& node) {
  TomlReader reader(node, reader_.findings());
  const auto year = reader.require("by").integer("by", 1900, 2999);
  const auto least = reader.number("at_least"), most = reader.number("at_most");
  const std::string words = reader.text("text");
  const auto read = least  ? parse_target(to_text(*least) + "以上")
                    : most ? parse_target(to_text(*most) + "以下")
                           : parse_target(words);
  if (least.has_value() + most.has_value() + !words.empty() != 1 || !read)
    error(node.place, "target.unknown",
          {"目標値はat_leastの数（以上）、at_mostの数（以下）、textの言葉（増加、全産業平均以下）の"
           "どれか一つです",
           "a target has one of at_least with a number, at_most with a number, text with "
           "words（増加）"});
  Target target = read.value_or(Target{});
  target.year = static_cast<int>(year.value_or(0));
  target.place = node.place;
  return target;
}

void IndicatorReader::read_targets() {
  std::set<int> years;
  for (const TomlNode& item : reader_.items("target", Kind::list)) {
    const Target target = read_target(item);
    if (!years.insert(target.year).second && target.year != 0)
      error(target.place, "target.twice",
            {fmt::format("{}年度の目標がもう一つあります。1年度に1つにしてください", target.year),
             fmt::format("there is another target for {}; a year has one", target.year)});
    out_.indicator.targets.push_back(target);
  }
}

IndicatorText IndicatorReader::read() {
  read_words();
  read_place_in_framework();
  read_levels();
  read_sources();
  read_absent();
  read_by();
  read_age();
  read_targets();
  read_formula(reader_, out_.indicator, known_);
  check_levels_of_reports();
  read_adding();
  return std::move(out_);
}

}  // namespace

IndicatorText read_indicator(std::string_view bytes, const std::string& file, const std::string& id,
                             const KnownNames& known, Findings& findings) {
  if (!is_id(id))
    report_error(
        findings, {file, 0, 0}, "indicator.id",
        {"ファイル名に使えるのはa-z、0-9、-です", "the file's name is made of a-z, 0-9 and -"});
  const auto root = parse_toml(bytes, file, findings);
  if (root) return IndicatorReader(*root, id, known, findings).read();
  IndicatorText nothing;
  nothing.indicator.id = id;
  nothing.indicator.place.file = file;
  return nothing;
}

}  // namespace yokoten
