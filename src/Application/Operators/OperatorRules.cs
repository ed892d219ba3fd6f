using CxoneAssist.Domain;
using FluentValidation;

namespace CxoneAssist.Application.Operators;

/// <summary>What every operator's action has.</summary>
internal interface IOperatorAction
{
    string InteractionId { get; }

    string Note { get; }

    string? Actor { get; }
}

/// <summary>The rules for what every operator's action has.</summary>
internal abstract class OperatorActionValidator<T> : AbstractValidator<T>
    where T : IOperatorAction
{
    protected OperatorActionValidator()
    {
        RuleFor(command => command.InteractionId).Must(Identifier.IsValid).WithMessage("That is not a valid interaction id.");
        RuleFor(command => command.Note).NotEmpty().WithMessage("A note is required.")
            .MaximumLength(1000).WithMessage("A note has at most 1,000 characters.");
        RuleFor(command => command.Actor).MaximumLength(200).WithMessage("An actor's name has at most 200 characters.")
            .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("An actor's name holds no control characters.");
    }
}
