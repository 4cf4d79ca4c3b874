#include "check/listed_cases.h"

#include <fmt/format.h>

#include "model/listed_case.h"

namespace yokoten {
namespace {

/// One row at its cells.
class OneRow {
 public:
  OneRow(const Subject& subject, const ListedCase& listed) : subject_(subject), listed_(listed) {}

  void check() const {
    if (listed_.title.empty())
      subject_.error(place("title"), "cases.title",
                     {"好事例の題名がありません。公表した人にたずねるか、訂正してください",
                      "the case has no title; ask who published it, or correct it"});
    check_address();
    if (!listed_.status.empty() && listed_.status != "planned" && listed_.status != "done")
      subject_.warning(
          place("status"), "cases.status",
          {fmt::format("status の「{}」は planned でも done でもありません。状態は示しません",
                       listed_.status),
           fmt::format("status {} is neither planned nor done; none is shown", listed_.status)});
    for (const std::string& code : listed_.area_codes)
      if (subject_.areas.by_code(code) == Areas::none)
        subject_.warning(
            place("area_codes"), "cases.area",
            {fmt::format("{} という地域のコードはありません。地域のページに出ません", code),
             fmt::format("there is no area with the code {}; the case is left out of "
                         "pages of areas",
                         code)});
  }

 private:
  void check_address() const {
    if (is_public_address(listed_.address)) return;
    subject_.error(
        place("address"), "cases.address",
        {fmt::format(
             "「{}」は https:// で始まるアドレスではないので、リンクにしません。公表した人に"
             "たずねるか、訂正してください",
             listed_.address),
         fmt::format("{} is no address that begins with https://; no page leads there. Ask who "
                     "published it, or correct it",
                     listed_.address)});
  }

  Place place(std::string_view heading) const {
    const Table& table = subject_.table(listed_.source);
    const auto column = table.column(heading);
    return column ? table.place(listed_.row, *column) : Place{table.file(), 0, 0};
  }

  const Subject& subject_;
  const ListedCase& listed_;
};

}  // namespace

void check_listed_cases(const Subject& subject) {
  for (int source = 0; source < subject.sources(); ++source) {
    if (subject.source(source).kind != SourceKind::cases) continue;
    for (const ListedCase& each : listed_cases(subject.publication, source))
      OneRow(subject, each).check();
  }
}

}  // namespace yokoten
