#pragma once

#include <variant>

#include "base/place.h"
#include "command/commands.h"
#include "read/table_form.h"

namespace yokoten {

/// The form that the options of `yokoten table` say, or what is wrong with one of them.
std::variant<TableForm, Message> form_of(const TableArguments& arguments);

}  // namespace yokoten
