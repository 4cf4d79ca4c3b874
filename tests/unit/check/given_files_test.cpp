#include "check/given_files.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct GivenFiles : Checking {
  /// A list of desks that shows their names.
  Source& desks(std::vector<std::string> header, std::initializer_list<Cells> rows) {
    Source& made = source("desks", std::move(header), rows);
    made.kind = SourceKind::list;
    made.shown = {"窓口名"};
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(GivenFiles, "a column that nothing shows or counts is told") {
  desks({"都道府県", "窓口名", "携帯"}, {{"鳥取県", "東部", "090"}});
  run();
  CHECK(finding("source.given").message.en.find("(携帯)") != std::string::npos);
}

TEST_CASE_FIXTURE(GivenFiles, "columns that indicators are made of are no more than is shown") {
  Source& made = desks({"都道府県", "窓口名", "区分", "件数", "順位", "計"},
                       {{"鳥取県", "東部", "a", "3", "1", "x"}});
  made.measures = {{"cases", "件数"}};
  made.breakdown = {{"kind", "区分"}};
  made.rank_column = "順位";
  made.total_row = RowRule{"計", {"計"}};
  run();
  CHECK(said("source.given") == 0);
}

TEST_CASE_FIXTURE(GivenFiles, "a column without a text gives nothing away") {
  desks({"都道府県", "窓口名", "携帯"}, {{"鳥取県", "東部", ""}, {"島根県", "西部", "　"}});
  run();
  CHECK(said("source.given") == 0);
}
