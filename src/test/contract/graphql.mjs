import {
  TypeInfo, buildSchema, getNamedType, isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType,
  isScalarType, isSpecifiedScalarType, isUnionType, parse, printType, validate, visit, visitWithTypeInfo,
  GraphQLObjectType, GraphQLInterfaceType, GraphQLUnionType,
} from 'graphql';

/** The schema with the types that the documents touch, and of those the fields that lead to no other type. */
export function writeSchema(text, documents) {
  const schema = buildSchema(text, { assumeValidSDL: true });
  const used = new Set(['Query', 'Mutation']);
  for (const document of documents.map((source) => parse(source))) {
    const errors = validate(schema, document);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    const info = new TypeInfo(schema);
    const note = () => {
      for (const type of [info.getType(), info.getInputType(), info.getParentType(), info.getParentInputType()]) {
        if (type) use(getNamedType(type));
      }
      for (const argument of info.getFieldDef()?.args ?? []) use(getNamedType(argument.type));
    };
    visit(document, visitWithTypeInfo(info, { enter: note }));
  }

  function use(type) {
    if (used.has(type.name)) return;
    used.add(type.name);
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach((field) => use(getNamedType(field.type)));
  }

  const kept = (type) => isSpecifiedScalarType(type) || used.has(type.name);
  const leaf = (type) => isScalarType(type) || isEnumType(type);
  for (const name of [...used]) {
    const type = schema.getType(name);
    if (isAbstractType(type)) {
      schema.getPossibleTypes(type).filter((one) => ['User', 'Bot', 'Commit'].includes(one.name)).forEach(use);
    }
  }
  const printed = [];
  const leaves = new Set();
  const fields = (type) => {
    const chosen = {};
    for (const [name, field] of Object.entries(type.toConfig().fields)) {
      const result = getNamedType(field.type);
      const inputs = Object.values(field.args).map((argument) => getNamedType(argument.type));
      const root = type.name === 'Query' || type.name === 'Mutation';
      const wanted = leaf(result) && !root ? true : kept(result) && !(root && !kept(result));
      if (wanted && inputs.every((input) => leaf(input) || kept(input))) {
        chosen[name] = { ...field, description: undefined, deprecationReason: undefined };
        [result, ...inputs].filter(leaf).forEach((one) => leaves.add(one));
      }
    }
    return chosen;
  };
  const interfaces = (type) => type.getInterfaces().filter((one) => used.has(one.name));
  for (const name of [...used].sort()) {
    const type = schema.getType(name);
    if (isObjectType(type)) {
      printed.push(new GraphQLObjectType({ name, fields: fields(type), interfaces: interfaces(type) }));
    } else if (isInterfaceType(type)) {
      printed.push(new GraphQLInterfaceType({ name, fields: fields(type), interfaces: interfaces(type) }));
    } else if (isUnionType(type)) {
      printed.push(new GraphQLUnionType({ name, types: type.getTypes().filter((one) => used.has(one.name)) }));
    } else if (isInputObjectType(type)) {
      printed.push(type);
      Object.values(type.getFields()).map((field) => getNamedType(field.type)).filter(leaf)
        .forEach((one) => leaves.add(one));
    } else {
      leaves.add(type);
    }
  }
  const scalars = [...leaves].filter((type) => !isSpecifiedScalarType(type));
  return `${[...printed, ...scalars].map((type) => withoutProse(printType(type))).sort().join('\n\n')}\n`;
}

function withoutProse(text) {
  return text.replace(/ *"""[\s\S]*?"""\n/g, '').replace(/ @(deprecated|specifiedBy)\([^)]*\)/g, '').replace(/\n\n+/g, '\n');
}
