# A gradient in Julia, checked by gradient-check (protocol 1, one line of JSON a request and an answer):
#   npx gradient-check -- julia model.jl
# Put your own loss, gradient and point in place of the three below; the rest needs nothing but Julia itself.

const POINT = [1.5, -2.3, 0.5]

valley(x) = x[2:end] .- x[1:end-1] .^ 2

loss(x) = sum(100 .* valley(x) .^ 2 .+ (1 .- x[1:end-1]) .^ 2)

function gradient(x)
    slopes = zeros(length(x))
    slopes[1:end-1] .+= -400 .* x[1:end-1] .* valley(x) .- 2 .* (1 .- x[1:end-1])
    slopes[2:end] .+= 200 .* valley(x)
    return slopes
end

# Julia prints as many digits as a number has; JSON has no numbers for what is not finite.
json(value::Real) =
    isfinite(value) ? string(Float64(value)) : isnan(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\""
json(values::AbstractVector) = "[" * join(json.(values), ",") * "]"
json(text::AbstractString) = "\"" * replace(text, r"[\x00-\x1f\x22\x5c]" => " ") * "\""

# The numbers of a flat list, in order.
numbers(text) = [parse(Float64, found.match) for found in eachmatch(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?", text)]

function answer(operation, argument)
    operation == "hello" && return "{\"protocol\": 1, \"checks\": \"loss\"}"
    operation == "point" && return json(POINT)
    operation == "loss" && return json(loss(numbers(argument)))
    operation == "gradient" && return json(gradient(numbers(argument)))
    error("unknown request: $operation")
end

# A request reads {"id":3,"loss":[1.5,-2.3,0.5]}: its number first, without spaces.
for line in eachline(stdin)
    id, operation, argument = match(r"^\{\"id\":(\d+),\"(\w+)\":(.*)\}$", line).captures
    reply = try
        "\"answer\": " * answer(operation, argument)
    catch problem
        "\"error\": " * json(sprint(showerror, problem))
    end
    println("{\"id\": $id, $reply}")
    flush(stdout) # the command waits for it
end
