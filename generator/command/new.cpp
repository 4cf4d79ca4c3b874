#include <fmt/core.h>

#include "base/clock.h"
#include "command/commands.h"
#include "draft/publication.h"
#include "model/report.h"
#include "read/areas.h"

namespace yokoten {
namespace {

// A prefecture must be one: its name stands all over the new publication.
bool knows_prefecture(const Areas& areas, const std::string& name, Findings& findings) {
  if (areas.by_name(Areas::nation, name) != Areas::none) return true;
  std::vector<std::string> names;
  for (const int each : areas.prefectures()) names.push_back(areas.at(each).name);
  report_error(
      findings, {"--prefecture", 0, 0}, "new.prefecture",
      with_nearest({"「" + name + "」という都道府県はありません", "there is no prefecture " + name},
                   name, names));
  return false;
}

// kind national with a prefecture, or the other way round.
bool fits(const NewArguments& arguments, Findings& findings) {
  const bool is_prefecture = arguments.kind == "prefecture";
  if (is_prefecture != arguments.prefecture.empty()) return true;
  report_error(findings, {"--prefecture", 0, 0}, "new.prefecture",
               is_prefecture ? Message{"--prefecture で都道府県を示してください（例 鳥取県）",
                                       "name the prefecture by --prefecture (such as 鳥取県)"}
                             : Message{"--prefecture は --kind prefecture と一緒に使います",
                                       "--prefecture goes with --kind prefecture"});
  return false;
}

}  // namespace

int new_command(const Surroundings& surroundings, const NewArguments& arguments) {
  RealDisk disk;
  Findings findings;
  const bool wrong = !fits(arguments, findings);
  const auto areas =
      wrong ? std::nullopt : read_areas(disk, surroundings.home + "/data/areas", findings);
  const bool unknown = areas && !arguments.prefecture.empty() &&
                       !knows_prefecture(*areas, arguments.prefecture, findings);
  std::size_t files = 0;
  if (areas && !unknown) {
    SystemClock clock;
    const int area = arguments.prefecture.empty()
                         ? Areas::nation
                         : areas->by_name(Areas::nation, arguments.prefecture);
    files = begin_publication(disk, surroundings.home,
                              {.folder = arguments.folder,
                               .kind = arguments.kind,
                               .prefecture = arguments.prefecture,
                               .code = areas->at(area).code,
                               .today = utc_text(clock.now()).substr(0, 10)},
                              findings);
  }
  for (const Finding& finding : findings)
    fmt::print(stderr, "{}\n", to_line(finding, surroundings.language));
  if (wrong || unknown) return wrong_usage;
  if (files == 0) return failed;
  fmt::print(fmt::runtime(surroundings.language == Language::ja
                              ? "{0} に{1}個のファイルを作りました。次は {0}/publication.toml の"
                                "【記入】を書き換え、yokoten check {0} を実行してください\n"
                              : "{0}: {1} files. Next: fill in 【記入】 in {0}/publication.toml, "
                                "then yokoten check {0}\n"),
             arguments.folder, files);
  return fine;
}

}  // namespace yokoten
