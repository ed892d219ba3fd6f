using CxoneAssist.Domain;
using FluentValidation;

namespace CxoneAssist.Application.Operators;

/// <summary>What an operator does, with why and who.</summary>
internal interface INotedAction
{
    string Note { get; }

    string? Actor { get; }
}

/// <summary>What an operator does to one follow-up.</summary>
internal interface IOperatorAction : INotedAction
{
    string InteractionId { get; }
}

/// <summary>The rules for why and who.</summary>
internal abstract class NotedActionValidator<T> : AbstractValidator<T>
    where T : INotedAction
{
    protected NotedActionValidator()
    {
        RuleFor(command => command.Note).NotEmpty().WithMessage("A note is required.")
            .MaximumLength(1000).WithMessage("A note has at most 1,000 characters.");
        RuleFor(command => command.Actor).MaximumLength(200).WithMessage("An actor's name has at most 200 characters.")
            .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("An actor's name holds no control characters.");
    }
}

/// <summary>The rules for what every action on a follow-up has.</summary>
internal abstract class OperatorActionValidator<T> : NotedActionValidator<T>
    where T : IOperatorAction
{
    protected OperatorActionValidator() =>
        RuleFor(command => command.InteractionId).Must(Identifier.IsValid).WithMessage("That is not a valid interaction id.");
}
