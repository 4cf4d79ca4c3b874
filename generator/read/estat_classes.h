#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace yokoten {

/// A class of the statistics: an axis with its codes.
struct EstatAxis {
  std::string member;  ///< of a value: `@area`
  std::string name;
  std::unordered_map<std::string, std::string> labels;  ///< by code
};

/// What an answer of e-Stat says beside its values: whether it is one, and the classes.
class EstatClasses {
 public:
  /// A text of the answer with its pointer; others than those of RESULT, RESULT_INF and CLASS_INF
  /// are nothing. Whether it is of a class.
  bool take(std::string_view pointer, std::string_view text);

  /// The class that a member of values names by its code, or nullptr. It stays where it is.
  const EstatAxis* axis(std::string_view member);
  std::string status, message;  ///< of RESULT; "0" and empty where all is well
  std::string total_number;     ///< of RESULT_INF: how many values there are
  std::string next_key;         ///< of RESULT_INF, where this answer is not all of them

 private:
  void take_class(std::string_view below, std::string_view text);
  void take_code(std::string_view member, std::string_view text);
  void close_code();

  std::deque<EstatAxis> axes_;
  std::string object_, code_place_;  // of what is being taken
  std::string code_, label_;
};

}  // namespace yokoten
