// The first byte says in which form the others are to be read: CSV, TSV or SDMX-CSV, in which
// encoding, under which rows of headings.
#include "tables.h"

namespace {

using namespace yokoten;

TableForm form_of(unsigned byte) {
  constexpr TableFormat formats[] = {TableFormat::csv, TableFormat::tsv, TableFormat::sdmx_csv};
  constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16le, Encoding::utf16be,
                                    Encoding::cp932, Encoding::euc_jp};
  TableForm form;
  form.format = formats[byte % 3];
  byte /= 3;
  if (byte % 6 < 5) form.encoding = encodings[byte % 6];
  byte /= 6;
  if (byte % 2 != 0) form.header = {1, 2};
  byte /= 2;
  if (byte % 2 != 0) form.skip = {{4, 4}};
  byte /= 2;
  if (byte % 2 != 0) form.range = TableRange{1, 2, 0, 3};
  return form;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  Findings findings;
  const auto table = read_table(bytes, "raw/a.csv", findings, form_of(data[0]), fuzz::few());
  fuzz::check(table, findings);
  return 0;
}
