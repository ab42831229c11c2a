"""Numbers of four bits: what the weights are stored as, and how training learns to live with it.

A row of a matrix has one scale; each group of 32 numbers has a factor of 1 to 15; a number is
-8 to 7. Their product `number * factor` fits in a signed byte, so that the program unpacks a matrix
to bytes with one scale a row.
"""

import torch

GROUP = 32


def packed(weights):
    """The numbers (rows, columns), factors (rows, groups) and scales (rows) of a matrix."""
    rows, columns = weights.shape
    groups = weights.reshape(rows, columns // GROUP, GROUP)
    steps = groups.abs().amax(-1).clamp(min=1e-8) / 7
    scales = steps.amax(-1, keepdim=True) / 15
    factors = (steps / scales).round().clamp(1, 15)
    numbers = (groups / (scales * factors).unsqueeze(-1)).round().clamp(-8, 7)
    return numbers.reshape(rows, columns), factors, scales.squeeze(-1)


def rounded(weights):
    """A matrix as it is read back from its packed form."""
    numbers, factors, scales = packed(weights)
    rows, columns = weights.shape
    bytes_ = numbers.reshape(rows, -1, GROUP) * factors.unsqueeze(-1)
    return bytes_.reshape(rows, columns) * scales.unsqueeze(-1)


def through(exact, coarse):
    """The coarse value, whose gradient is that of the exact one."""
    return exact + (coarse - exact).detach()


def rounded_states(states):
    """States as the program multiplies them: signed bytes with one scale a row."""
    with torch.no_grad():
        scales = states.abs().amax(-1, keepdim=True).clamp(min=1e-6) / 127
        coarse = (states / scales).round() * scales
    return through(states, coarse)


class PackedLinear(torch.nn.Linear):
    """A linear layer whose weights and inputs are rounded as the program will round them."""

    is_rounded = False

    def forward(self, states):
        if not PackedLinear.is_rounded:
            return super().forward(states)
        weights = through(self.weight, rounded(self.weight.detach()))
        return torch.nn.functional.linear(rounded_states(states), weights, self.bias)
