// A gradient in C++17, checked by gradient-check (protocol 1, one line of JSON a request and an answer):
//   g++ -std=c++17 -O2 model.cpp -o model
//   npx gradient-check -- ./model
// Put your own loss, gradient and point in place of the three below; the rest needs nothing but the standard library.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using Vector = std::vector<double>;

const Vector POINT = {1.5, -2.3, 0.5};

double loss(const Vector& x) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const double valley = x[i + 1] - x[i] * x[i];
    sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
  }
  return sum;
}

Vector gradient(const Vector& x) {
  Vector slopes(x.size(), 0.0);
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const double valley = x[i + 1] - x[i] * x[i];
    slopes[i] += -400 * x[i] * valley - 2 * (1 - x[i]);
    slopes[i + 1] += 200 * valley;
  }
  return slopes;
}

// Seventeen digits, which lose nothing of a double; JSON has no numbers for what is not finite.
std::string json(double value) {
  if (std::isnan(value)) return "\"NaN\"";
  if (std::isinf(value)) return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.17g", value);
  return digits;
}

std::string json(const Vector& values) {
  std::string text = "[";
  for (std::size_t i = 0; i < values.size(); ++i) text += (i ? "," : "") + json(values[i]);
  return text + "]";
}

std::string json(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  return quoted + "\"";
}

// The numbers of a flat list, in order.
Vector numbers(const char* text) {
  Vector values;
  while (*text) {
    char* end;
    const double value = std::strtod(text, &end);
    if (end == text) {
      ++text;
    } else {
      values.push_back(value);
      text = end;
    }
  }
  return values;
}

std::string answer(const std::string& operation, const char* argument) {
  if (operation == "hello") return R"({"protocol": 1, "checks": "loss"})";
  if (operation == "point") return json(POINT);
  if (operation == "loss") return json(loss(numbers(argument)));
  if (operation == "gradient") return json(gradient(numbers(argument)));
  throw std::invalid_argument("unknown request: " + operation);
}

// A request reads {"id":3,"loss":[1.5,-2.3,0.5]}: its number first, without spaces.
int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t name = line.find(",\"") + 2;
    const std::size_t end = line.find('"', name);
    const long id = std::strtol(line.c_str() + 6, nullptr, 10);
    std::string reply;
    try {
      reply = "\"answer\": " + answer(line.substr(name, end - name), line.c_str() + end + 2);
    } catch (const std::exception& error) {
      reply = "\"error\": " + json(std::string(error.what()));
    }
    std::printf("{\"id\": %ld, %s}\n", id, reply.c_str());
    std::fflush(stdout);  // the command waits for it
  }
}
