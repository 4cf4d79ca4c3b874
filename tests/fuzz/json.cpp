// The first byte says whether the others are a JSON table, one below a pointer, or an answer of
// e-Stat.
#include "tables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yokoten;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  TableForm form;
  form.format = data[0] % 3 == 2 ? TableFormat::estat : TableFormat::json;
  if (data[0] % 3 == 1) form.rows_at = "/a/0";
  Findings findings;
  const auto table = read_table(bytes, "raw/a.json", findings, form, fuzz::few());
  fuzz::check(table, findings);
  return 0;
}
