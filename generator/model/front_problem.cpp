#include "model/front_problem.h"

#include <fmt/format.h>

namespace yokoten {

Message front_problem(const std::string& why) {
  // title: 試し: その1
  if (why.find("illegal map value") != std::string::npos)
    return {"前書きを読めません。値の中に「: 」があるときは、値を引用符（\"）で囲んでください",
            "can't read the front matter; a value that holds a colon and a blank stands in quotes"};
  return {fmt::format("前書きを読めません（{}）", why),
          fmt::format("can't read the front matter ({})", why)};
}

}  // namespace yokoten
